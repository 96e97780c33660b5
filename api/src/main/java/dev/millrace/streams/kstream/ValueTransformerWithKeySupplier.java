package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.ConnectedStoreProvider;
import java.util.function.Supplier;

@FunctionalInterface
public interface ValueTransformerWithKeySupplier<K, V, VR>
        extends ConnectedStoreProvider, Supplier<ValueTransformerWithKey<K, V, VR>> {

    @Override
    ValueTransformerWithKey<K, V, VR> get();
}
