/**
 * Joins of tables by foreign key: left rows subscribe to foreign rows, foreign rows respond.
 *
 * <p>Between the tables everything is bytes: a subscription is kept as it came, and a response is made of the subscription it
 * answers. What goes where is drawn in {@link dev.millrace.topology.definition.ForeignKeyOperator}; read it first, then
 * {@link dev.millrace.engine.operator.foreignkey.SubscriptionFormat}. How rows are found is the business of package {@code row}.
 * The thread that owns the task runs everything.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.operator.foreignkey;
