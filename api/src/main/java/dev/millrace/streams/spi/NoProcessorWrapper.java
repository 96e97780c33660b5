package dev.millrace.streams.spi;

import dev.millrace.streams.processor.api.FixedKeyProcessorSupplier;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.processor.api.ProcessorWrapper;
import dev.millrace.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import dev.millrace.streams.processor.api.WrappedProcessorSupplier;
import java.util.Map;

/** Leaves every processor as it is: the default of {@code processor.wrapper.class}. */
public final class NoProcessorWrapper implements ProcessorWrapper {

    /** Found by its name in the configuration. */
    public NoProcessorWrapper() {}

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
            String processorName, ProcessorSupplier<KIn, VIn, KOut, VOut> processorSupplier) {
        return ProcessorWrapper.asWrapped(processorSupplier);
    }

    @Override
    public <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
            String processorName, FixedKeyProcessorSupplier<KIn, VIn, VOut> processorSupplier) {
        return ProcessorWrapper.asWrappedFixedKey(processorSupplier);
    }
}
