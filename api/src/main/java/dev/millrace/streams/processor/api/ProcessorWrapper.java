package dev.millrace.streams.processor.api;

import dev.millrace.streams.state.StoreBuilder;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Configurable;

/**
 * Puts something around every processor of a topology: named by {@code processor.wrapper.class} (KIP-1112).
 *
 * <p>A wrapper that adds no stores passes {@code stores()} through, which {@link #asWrapped} does.
 */
public interface ProcessorWrapper extends Configurable {

    /** Reads the configuration, before anything is wrapped. */
    @Override
    default void configure(Map<String, ?> configs) {}

    /**
     * Wraps the supplier of a processor.
     *
     * @param processorName the name of the processor
     * @param processorSupplier what makes it
     */
    <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
            String processorName, ProcessorSupplier<KIn, VIn, KOut, VOut> processorSupplier);

    /** Wraps the supplier of a processor with fixed keys, like {@link #wrapProcessorSupplier}. */
    <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
            String processorName, FixedKeyProcessorSupplier<KIn, VIn, VOut> processorSupplier);

    /** The supplier as it is, as if it were wrapped. */
    static <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> asWrapped(
            ProcessorSupplier<KIn, VIn, KOut, VOut> processorSupplier) {
        return new WrappedProcessorSupplier<>() {
            @Override
            public Processor<KIn, VIn, KOut, VOut> get() {
                return processorSupplier.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return processorSupplier.stores();
            }
        };
    }

    /** The supplier as it is, as if it were wrapped. */
    static <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> asWrappedFixedKey(
            FixedKeyProcessorSupplier<KIn, VIn, VOut> processorSupplier) {
        return new WrappedFixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<KIn, VIn, VOut> get() {
                return processorSupplier.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return processorSupplier.stores();
            }
        };
    }
}
