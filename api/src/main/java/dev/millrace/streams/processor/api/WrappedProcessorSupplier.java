package dev.millrace.streams.processor.api;

/**
 * A processor supplier that went through a {@link ProcessorWrapper}.
 *
 * @param <KIn> the type of the keys
 * @param <VIn> the type of the values
 * @param <KOut> the type of the keys its processors send on
 * @param <VOut> the type of the values its processors send on
 */
@FunctionalInterface
public interface WrappedProcessorSupplier<KIn, VIn, KOut, VOut> extends ProcessorSupplier<KIn, VIn, KOut, VOut> {}
