package dev.millrace.streams.spi;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.StoreBuilder;

/**
 * The builder of a store that drops old windows or sessions, which lets the changelog drop them too.
 *
 * @param <T> the store
 */
public interface ExpiringStoreBuilder<T extends StateStore> extends StoreBuilder<T> {

    /** How long the store keeps a window after its start. */
    long retentionMs();
}
