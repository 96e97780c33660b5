package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.ConnectedStoreProvider;
import java.util.function.Supplier;

/**
 * Makes transformers: one for each task.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 * @param <R> the type of the result
 * @deprecated nothing takes one any more: use {@link KStream#process} or {@link KStream#processValues}
 */
@Deprecated
@FunctionalInterface
public interface TransformerSupplier<K, V, R> extends ConnectedStoreProvider, Supplier<Transformer<K, V, R>> {

    /** A new one; never the same one twice. */
    @Override
    Transformer<K, V, R> get();
}
