package dev.millrace.streams.processor.api;

@FunctionalInterface
public interface FixedKeyProcessor<KIn, VIn, VOut> {

    default void init(FixedKeyProcessorContext<KIn, VOut> context) {
        throw new UnsupportedOperationException("FixedKeyProcessor.init");
    }

    void process(FixedKeyRecord<KIn, VIn> record);

    default void close() {
        throw new UnsupportedOperationException("FixedKeyProcessor.close");
    }
}
