/**
 * Suppression: what holds updates of a table back.
 *
 * <p>What is held back lies in a store, and its order too; here is only the decision when to let go. Read
 * {@link dev.millrace.engine.operator.suppress.TableSuppressOperator} first. The thread that owns the task runs it.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator.suppress;
