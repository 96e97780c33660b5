package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.ConnectedStoreProvider;
import java.util.function.Supplier;

@Deprecated
@FunctionalInterface
public interface TransformerSupplier<K, V, R> extends ConnectedStoreProvider, Supplier<Transformer<K, V, R>> {

    @Override
    Transformer<K, V, R> get();
}
