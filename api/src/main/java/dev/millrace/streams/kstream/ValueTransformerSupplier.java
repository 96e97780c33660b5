package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.ConnectedStoreProvider;

@Deprecated
@FunctionalInterface
public interface ValueTransformerSupplier<V, VR> extends ConnectedStoreProvider {

    ValueTransformer<V, VR> get();
}
