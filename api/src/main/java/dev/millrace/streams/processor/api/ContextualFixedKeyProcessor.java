package dev.millrace.streams.processor.api;

/**
 * A processor that keeps its context, so that subclasses need not.
 *
 * @param <KIn> the type of the keys
 * @param <VIn> the type of the values
 * @param <VOut> the type of the values it sends on
 */
public abstract class ContextualFixedKeyProcessor<KIn, VIn, VOut> implements FixedKeyProcessor<KIn, VIn, VOut> {
    private FixedKeyProcessorContext<KIn, VOut> context;

    /** For subclasses. */
    protected ContextualFixedKeyProcessor() {}

    /** Keeps the context. Whoever overrides this calls {@code super.init(context)} first. */
    @Override
    public void init(FixedKeyProcessorContext<KIn, VOut> context) {
        this.context = context;
    }

    /** The context, null before {@link #init}. */
    protected final FixedKeyProcessorContext<KIn, VOut> context() {
        return context;
    }
}
