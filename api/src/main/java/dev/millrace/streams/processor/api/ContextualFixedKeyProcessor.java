package dev.millrace.streams.processor.api;

public abstract class ContextualFixedKeyProcessor<KIn, VIn, VOut> implements FixedKeyProcessor<KIn, VIn, VOut> {

    protected ContextualFixedKeyProcessor() {}

    @Override
    public void init(FixedKeyProcessorContext<KIn, VOut> context) {
        throw new UnsupportedOperationException("ContextualFixedKeyProcessor.init");
    }

    protected final FixedKeyProcessorContext<KIn, VOut> context() {
        throw new UnsupportedOperationException("ContextualFixedKeyProcessor.context");
    }
}
