/**
 * The stores as user code sees them: the interfaces of the API over the kinds.
 *
 * <p>A facade is made by a store builder without a task, and finds its store when it is initialised: in the task that does so
 * (a {@link dev.millrace.state.kind.StoreHost}), or, in a user's unit test, on its own. Facades check arguments, turn keys
 * into bytes and back, and show values with or without their event time. They hold no state.
 *
 * <p>Read {@link dev.millrace.state.facade.StoreFacade} first, their life. The large kinds have packages of their own:
 * {@code keyvalue}, {@code window} and {@code session}. Belongs to the thread that owns the task, or to who holds its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.facade;
