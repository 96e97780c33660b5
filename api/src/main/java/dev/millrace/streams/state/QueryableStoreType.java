package dev.millrace.streams.state;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.LocalStores;

/**
 * A way to see local stores from outside: which ones fit, and how several partitions of one look like one.
 *
 * <p>Must be safe for any thread.
 *
 * @param <T> what the stores are seen as
 * @see QueryableStoreTypes
 */
public interface QueryableStoreType<T> {

    /** Whether this store can be seen this way. */
    boolean accepts(StateStore stateStore);

    /**
     * Makes the view.
     *
     * @param storeProvider where to find the local partitions, at every call anew: they come and go
     * @param storeName the name of the store
     */
    T create(LocalStores storeProvider, String storeName);
}
