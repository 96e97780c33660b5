/**
 * Processors of the user's, and what they see of their task.
 *
 * <p>Only here does a {@code Record} object exist: one per record that reaches user code. What is not said in the public
 * interfaces must not be offered here. Read {@link dev.millrace.engine.operator.user.ProcessorOperator} first. The thread
 * that owns the task runs everything, punctuations included.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator.user;
