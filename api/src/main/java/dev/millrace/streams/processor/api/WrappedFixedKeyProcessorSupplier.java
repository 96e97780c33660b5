package dev.millrace.streams.processor.api;

/**
 * A supplier of processors with fixed keys that went through a {@link ProcessorWrapper}.
 *
 * @param <KIn> the type of the keys
 * @param <VIn> the type of the values
 * @param <VOut> the type of the values its processors send on
 */
@FunctionalInterface
public interface WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> extends FixedKeyProcessorSupplier<KIn, VIn, VOut> {}
