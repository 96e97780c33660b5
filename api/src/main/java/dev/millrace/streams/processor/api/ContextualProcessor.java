package dev.millrace.streams.processor.api;

public abstract class ContextualProcessor<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {

    protected ContextualProcessor() {}

    @Override
    public void init(ProcessorContext<KOut, VOut> context) {
        throw new UnsupportedOperationException("ContextualProcessor.init");
    }

    protected final ProcessorContext<KOut, VOut> context() {
        throw new UnsupportedOperationException("ContextualProcessor.context");
    }
}
