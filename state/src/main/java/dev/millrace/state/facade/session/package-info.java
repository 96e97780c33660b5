/**
 * Session stores as user code sees them.
 *
 * <p>{@link dev.millrace.state.facade.session.SessionFacade} is what the shapes of aggregates have in common; read it first.
 * Facades hold no state. Belongs to the thread that owns the task, or to who holds its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.facade.session;
