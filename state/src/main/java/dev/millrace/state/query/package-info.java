/**
 * Interactive queries: read-only views of a task's stores for other threads, and the answers to queries.
 *
 * <p>Stores belong to the thread that runs their task. A view takes the task's lock for the length of one call, never
 * longer: iterators read a page at a time, so that the task can go on in between. Start with
 * {@link dev.millrace.state.query.StoreViews} and {@link dev.millrace.state.query.LockedQueries}. Everything here is safe for any thread, but an iterator belongs to the thread
 * that asked for it.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.query;
