package dev.millrace.driver;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;

/**
 * A store that shows the values of the store behind it in another shape.
 *
 * @param <S> the kind of store
 * @param <F> the shape in the store
 * @param <G> the shape shown
 */
@NullUnmarked
abstract sealed class ReshapedStore<S extends StateStore, F, G> implements StateStore
        permits ReshapedKeyValues, ReshapedWindows, ReshapedSessions {
    /** The store behind. */
    final S store;
    /** From the shape in the store to the one shown. */
    final Function<F, G> shown;
    /** From the shape shown to the one in the store. */
    final Function<G, F> given;

    ReshapedStore(S store, Function<F, G> shown, Function<G, F> given) {
        this.store = store;
        this.shown = shown;
        this.given = given;
    }

    @Override
    public final String name() {
        return store.name();
    }

    @Override
    public final void init(StateStoreContext stateStoreContext, StateStore root) {
        store.init(stateStoreContext, root);
    }

    @Override
    public final void close() {
        store.close();
    }

    @Override
    public final boolean persistent() {
        return store.persistent();
    }

    @Override
    public final boolean isOpen() {
        return store.isOpen();
    }
}
