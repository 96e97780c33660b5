package dev.millrace.streams.processor.api;

/**
 * A processor that keeps its context, so that subclasses need not.
 *
 * <p>An instance belongs to one task and is called by one thread at a time. Source: KIP-478.
 *
 * @param <KIn> the type of the keys
 * @param <VIn> the type of the values
 * @param <KOut> the type of the keys it sends on
 * @param <VOut> the type of the values it sends on
 */
public abstract class ContextualProcessor<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {
    private ProcessorContext<KOut, VOut> context;

    /** For subclasses. */
    protected ContextualProcessor() {}

    /** Keeps the context. Whoever overrides this calls {@code super.init(context)} first. */
    @Override
    public void init(ProcessorContext<KOut, VOut> context) {
        this.context = context;
    }

    /** The context, null before {@link #init}. */
    protected final ProcessorContext<KOut, VOut> context() {
        return context;
    }
}
