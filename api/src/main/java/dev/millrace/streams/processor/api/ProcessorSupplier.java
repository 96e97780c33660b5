package dev.millrace.streams.processor.api;

import dev.millrace.streams.processor.ConnectedStoreProvider;
import java.util.function.Supplier;

@FunctionalInterface
public interface ProcessorSupplier<KIn, VIn, KOut, VOut>
        extends ConnectedStoreProvider, Supplier<Processor<KIn, VIn, KOut, VOut>> {

    @Override
    Processor<KIn, VIn, KOut, VOut> get();
}
