package dev.millrace.streams.processor.api;

@FunctionalInterface
public interface WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> extends FixedKeyProcessorSupplier<KIn, VIn, VOut> {}
