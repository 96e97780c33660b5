/**
 * Session stores: values by key and session, until the session's end is older than the retention.
 *
 * <p>{@link dev.millrace.state.session.Sessions} is the store; read it first. {@link dev.millrace.state.session.SessionIndex} finds the
 * sessions of a key, {@link dev.millrace.state.session.SessionLayout} says where they lie,
 * {@link dev.millrace.state.session.SessionSpan} which are still there, and {@link dev.millrace.state.session.SessionCursor} walks
 * over them. Which sessions are merged is for the operator to decide. Everything here belongs to the thread that owns the task,
 * or to who holds its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.session;
