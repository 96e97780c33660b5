/**
 * Operators on record streams that remember nothing: filter, map, branch and their kin.
 *
 * <p>Each holds one function of the user's and calls the next operator; none keeps anything from one record to the next,
 * and none may know stores or time. Read {@link dev.millrace.engine.operator.Operator} first. The thread that owns the task
 * runs them.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator.stateless;
