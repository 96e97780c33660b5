/**
 * What a database is to the stores of a task: a sorted map of bytes for each, and one atomic batch for all.
 *
 * <p>{@link dev.millrace.state.database.OrderedBytes} is what is committed of a store,
 * {@link dev.millrace.state.database.StateTransaction} the batch, {@link dev.millrace.state.database.StateDatabase} what a task has of
 * both. Package {@code memory} and module {@code rocksdb} implement them; what both need to sort rows and to write them behind the
 * task's back is here as well. Nothing here knows what a store or a row is for.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.database;
