/**
 * What waits in a store for its time to come: the updates that a suppression holds back, and the records that wait until a
 * table's past is complete.
 *
 * <p>A buffer keeps an order and says what is first; when something is due is for the operator to decide. Read
 * {@link dev.millrace.state.buffer.SuppressBuffer} first. Everything here belongs to the thread that owns the task, or to
 * who holds its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.buffer;
