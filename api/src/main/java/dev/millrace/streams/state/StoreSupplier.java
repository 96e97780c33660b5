package dev.millrace.streams.state;

import dev.millrace.streams.processor.StateStore;

/**
 * Makes stores: one for each task.
 *
 * @param <T> the kind of store
 */
public interface StoreSupplier<T extends StateStore> {

    /** The name of the store. */
    String name();

    /** A new store. */
    T get();

    /** What the store's metrics are called after, such as {@code rocksdb}. */
    String metricsScope();
}
