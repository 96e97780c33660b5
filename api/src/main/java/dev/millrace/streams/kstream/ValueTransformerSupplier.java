package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.ConnectedStoreProvider;

/**
 * Makes value transformers: one for each task.
 *
 * @param <V> the type of the value
 * @param <VR> the type of the result
 * @deprecated nothing takes one any more: use {@link KStream#process} or {@link KStream#processValues}
 */
@Deprecated
@FunctionalInterface
public interface ValueTransformerSupplier<V, VR> extends ConnectedStoreProvider {

    /** A new one; never the same one twice. */
    ValueTransformer<V, VR> get();
}
