package dev.millrace.streams.processor.api;

import java.util.Map;
import org.apache.kafka.common.Configurable;

public interface ProcessorWrapper extends Configurable {

    @Override
    default void configure(Map<String, ?> configs) {
        throw new UnsupportedOperationException("ProcessorWrapper.configure");
    }

    <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
            String processorName, ProcessorSupplier<KIn, VIn, KOut, VOut> processorSupplier);

    <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
            String processorName, FixedKeyProcessorSupplier<KIn, VIn, VOut> processorSupplier);

    static <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> asWrapped(
            ProcessorSupplier<KIn, VIn, KOut, VOut> processorSupplier) {
        throw new UnsupportedOperationException("ProcessorWrapper.asWrapped");
    }

    static <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> asWrappedFixedKey(
            FixedKeyProcessorSupplier<KIn, VIn, VOut> processorSupplier) {
        throw new UnsupportedOperationException("ProcessorWrapper.asWrappedFixedKey");
    }
}
