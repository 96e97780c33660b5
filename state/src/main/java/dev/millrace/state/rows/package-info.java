/**
 * Records side by side in memory: for each key a list in the order of time.
 *
 * <p>What a window store that keeps duplicates has instead of an overlay, because its entries are never replaced and always
 * asked for by key and time. Knows neither serdes nor databases nor when something expires; those are the business of
 * {@code dev.millrace.state.kind.DuplicateWindows}. Read {@link dev.millrace.state.rows.RowTable} first. Belongs to the
 * thread that owns the task.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.rows;
