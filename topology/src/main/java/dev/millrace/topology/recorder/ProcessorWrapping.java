package dev.millrace.topology.recorder;

import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.TopologyConfig;
import dev.millrace.streams.processor.api.FixedKeyProcessorSupplier;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.processor.api.ProcessorWrapper;
import dev.millrace.streams.spi.NoProcessorWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The {@code processor.wrapper.class} of a program: sees every processor that the user supplies before it is added. The operators of
 * the DSL are no processors here, so nothing wraps them.
 */
public final class ProcessorWrapping {
    /** Wraps nothing. */
    public static final ProcessorWrapping NONE = new ProcessorWrapping(null);

    private final @Nullable ProcessorWrapper wrapper;

    private ProcessorWrapping(@Nullable ProcessorWrapper wrapper) {
        this.wrapper = wrapper;
    }

    /** What {@code config} names, {@link #NONE} if it names none. */
    public static ProcessorWrapping of(@Nullable TopologyConfig config) {
        if (config == null
                || config.getClass(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG) == NoProcessorWrapper.class) {
            return NONE;
        }
        return new ProcessorWrapping(
                config.getConfiguredInstance(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, ProcessorWrapper.class));
    }

    /** The supplier of the processor {@code name}, wrapped. */
    public <A, B, C, D> ProcessorSupplier<A, B, C, D> wrapped(String name, ProcessorSupplier<A, B, C, D> supplier) {
        return wrapper == null ? supplier : wrapper.wrapProcessorSupplier(name, supplier);
    }

    /** The supplier of the processor {@code name}, wrapped. */
    public <A, B, C> FixedKeyProcessorSupplier<A, B, C> wrapped(
            String name, FixedKeyProcessorSupplier<A, B, C> supplier) {
        return wrapper == null ? supplier : wrapper.wrapFixedKeyProcessorSupplier(name, supplier);
    }
}
