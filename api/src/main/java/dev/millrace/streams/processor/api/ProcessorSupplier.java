package dev.millrace.streams.processor.api;

import dev.millrace.streams.processor.ConnectedStoreProvider;
import java.util.function.Supplier;

/**
 * Makes processors: one for each task.
 *
 * <p>{@code get} may be called by any stream thread, by several at a time, and returns a new processor each time.
 * Source: KIP-478.
 *
 * @param <KIn> the type of the keys
 * @param <VIn> the type of the values
 * @param <KOut> the type of the keys they send on
 * @param <VOut> the type of the values they send on
 */
@FunctionalInterface
public interface ProcessorSupplier<KIn, VIn, KOut, VOut>
        extends ConnectedStoreProvider, Supplier<Processor<KIn, VIn, KOut, VOut>> {

    /** A new processor; never the same one twice. */
    @Override
    Processor<KIn, VIn, KOut, VOut> get();
}
