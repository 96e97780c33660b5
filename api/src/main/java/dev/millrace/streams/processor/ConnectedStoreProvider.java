package dev.millrace.streams.processor;

import dev.millrace.streams.state.StoreBuilder;
import java.util.Set;

public interface ConnectedStoreProvider {

    default Set<StoreBuilder<?>> stores() {
        throw new UnsupportedOperationException("ConnectedStoreProvider.stores");
    }
}
