/**
 * From the definition of a node to its running operator.
 *
 * <p>The one package that knows all families of operators; it must not know tasks. Read
 * {@link dev.millrace.engine.operator.factory.OperatorFactory} first. Called by the thread that builds the task.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator.factory;
