package dev.millrace.streams.processor.api;

import dev.millrace.streams.processor.ConnectedStoreProvider;
import java.util.function.Supplier;

/**
 * Makes processors that cannot change keys: one for each task.
 *
 * <p>{@code get} may be called by any stream thread, by several at a time, and returns a new processor each time.
 * Source: KIP-820.
 *
 * @param <KIn> the type of the keys
 * @param <VIn> the type of the values
 * @param <VOut> the type of the values they send on
 */
@FunctionalInterface
public interface FixedKeyProcessorSupplier<KIn, VIn, VOut>
        extends ConnectedStoreProvider, Supplier<FixedKeyProcessor<KIn, VIn, VOut>> {

    /** A new processor; never the same one twice. */
    @Override
    FixedKeyProcessor<KIn, VIn, VOut> get();
}
