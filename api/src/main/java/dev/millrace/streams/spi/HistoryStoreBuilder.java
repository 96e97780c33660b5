package dev.millrace.streams.spi;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.StoreBuilder;

/**
 * The builder of a store that keeps the history of its values, which its changelog must not compact away too early.
 *
 * @param <T> the store
 */
public interface HistoryStoreBuilder<T extends StateStore> extends StoreBuilder<T> {

    /** How long the store keeps a value after it was replaced. */
    long historyRetentionMs();
}
