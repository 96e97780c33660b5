package dev.millrace.engine.operator.suppress;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.state.EmissionListener;
import dev.millrace.state.SuppressState;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.topology.definition.OperatorDefinition.TableSuppress;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Holds the updates of a table back, and sends the last one of each key on when its time has come: a while after the first
 * of them, or when the key's window closes.
 *
 * <p>Time is what this operator has seen: the highest event time of all updates. So an update lets others go, never a clock.
 * A buffer that is full lets the first updates go early, or makes the application fail. The final result of a window is not
 * sent on if it is a deletion, because nothing was sent before it.
 */
public final class TableSuppressOperator extends Operator {
    private final TableSuppress definition;
    private final EmissionListener forward = this::forward;
    private @Nullable SuppressState buffer;
    private long observedTimeMs = -1;

    public TableSuppressOperator(String name, OperatorContext context, TableSuppress definition) {
        super(name, context);
        this.definition = definition;
    }

    @Override
    public void open() {
        buffer = context().suppression(definition.bufferName());
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        SuppressState held = Objects.requireNonNull(buffer);
        observedTimeMs = Math.max(observedTimeMs, timestamp);
        long timeMs =
                definition.untilWindowCloses() ? ((Windowed<?>) key).window().end() : timestamp;
        held.hold(timeMs, key, newValue, oldValue, timestamp, headers);
        long dueMs = observedTimeMs - definition.waitMs();
        while (held.earliestMs() <= dueMs) {
            held.release(forward);
        }
        if (full(held)) {
            makeRoom(held);
        }
    }

    private boolean full(SuppressState held) {
        return held.records() > definition.maxRecords() || held.bytes() > definition.maxBytes();
    }

    private void makeRoom(SuppressState held) {
        if (!definition.emitsEarly()) {
            throw new StreamsException("The buffer of " + name() + " is full: it holds " + held.records()
                    + " of at most "
                    + definition.maxRecords() + " records, and " + held.bytes() + " of at most " + definition.maxBytes()
                    + " bytes. Allow more in Suppressed.BufferConfig, or let it emit early when it is full");
        }
        while (full(held)) {
            held.release(forward);
        }
    }

    private void forward(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        if (newValue != null || !definition.untilWindowCloses()) {
            downstream()
                    .update(key, newValue, definition.step().sendsOldValues() ? oldValue : null, timestamp, headers);
        }
    }
}
