package dev.millrace.engine.operator;

import dev.millrace.engine.port.SourceBatch;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One running node of a task: it takes what its parents send and calls its {@link #downstream}.
 *
 * <p><b>Two kinds of input.</b> A record arrives through {@link #accept}, a table update through {@link #update}; an operator
 * overrides {@link #onRecord} or {@link #onUpdate}, whichever edge leads to it. Both take plain arguments, because an object
 * per record and step is what makes stream processors slow.
 *
 * <p><b>Failure.</b> What user code throws is caught at the node where it happened, so that the configured handler can drop
 * the record there and nowhere else: the caller goes on with its next child or next element, as if this node had filtered
 * the record out. Costs nothing while nothing fails: {@code accept} is final, and entering a try block is free. A node that
 * has no function of its own (source, sink, fan-out) leaves the answer to whoever called it: see {@link #onFailure}.
 *
 * <p>Belongs to the thread that owns the task. Life: constructed, {@link #open} once after all operators are wired and the
 * stores restored, any number of records, {@link #close} once.
 */
public abstract class Operator {
    private final String name;
    private final OperatorContext context;
    private @Nullable Operator downstream;

    protected Operator(String name, OperatorContext context) {
        this.name = name;
        this.context = context;
    }

    /** The node's name in the topology. */
    public final String name() {
        return name;
    }

    /** The task, as an operator sees it. */
    protected final OperatorContext context() {
        return context;
    }

    /** Where this operator sends: its only child, a {@link FanOut} to several, or nowhere. */
    protected final Operator downstream() {
        return Objects.requireNonNull(downstream);
    }

    /** Wires the children, in the order they were added to the topology. Called once, before {@link #open}. */
    public void connect(List<Operator> children) {
        downstream = switch (children.size()) {
            case 0 -> new Discard(name, context);
            case 1 -> children.get(0);
            default -> new FanOut(name, context, children);
        };
    }

    /** Called once, when the task starts to process. */
    public void open() {}

    /** Called once, when the task ends. */
    public void close() {}

    /**
     * Says that the records of a batch come next, with the keys that the batch has. Who keeps state by key can fetch it near,
     * many keys at a time. A hint: nothing may follow from it but speed. An operator that leaves keys alone passes it on.
     */
    public void expect(SourceBatch batch) {}

    /** Takes a record. */
    public final void accept(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        try {
            onRecord(key, value, timestamp, headers);
        } catch (RuntimeException error) {
            onFailure(key, value, timestamp, headers, error);
        }
    }

    /** Takes a table update; null is "no value". */
    public final void update(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        try {
            onUpdate(key, newValue, oldValue, timestamp, headers);
        } catch (RuntimeException error) {
            onFailure(key, newValue, timestamp, headers, error);
        }
    }

    /**
     * What {@link #onRecord} or {@link #onUpdate} threw. By default this node answers for it; a node without a function of
     * its own throws it on, so that its parent does.
     */
    protected void onFailure(
            @Nullable Object key, @Nullable Object value, long timestamp, Headers headers, RuntimeException error) {
        context.failed(this, key, value, timestamp, headers, error);
    }

    /** What this operator does with a record. */
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        throw new IllegalStateException("Node " + name + " takes table updates, but a parent sent it a record");
    }

    /** What this operator does with a table update. */
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        throw new IllegalStateException("Node " + name + " takes records, but a parent sent it a table update");
    }
}
