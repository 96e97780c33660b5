package dev.millrace.streams.processor.api;

@FunctionalInterface
public interface Processor<KIn, VIn, KOut, VOut> {

    default void init(ProcessorContext<KOut, VOut> context) {
        throw new UnsupportedOperationException("Processor.init");
    }

    void process(Record<KIn, VIn> record);

    default void close() {
        throw new UnsupportedOperationException("Processor.close");
    }
}
