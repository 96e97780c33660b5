package dev.millrace.engine.operator.window;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.WindowSeries;
import dev.millrace.state.WindowState;
import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.TimeWindow;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.definition.WindowedOperator.SlidingAggregate;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates the values of each key in sliding windows (KIP-450): one for every set of records that a span of the size covers.
 *
 * <p><b>Which windows there are.</b> Each record has a window that ends with it (left), and one that starts right behind it
 * (right) once there is a record for that. So a record changes the windows it falls into, and may bring up to three new ones:
 *
 * <pre>
 *      previous     record        later
 *   -------p----------t-------------n-------->  time
 *           |-----------------|                 right of the previous record: has this record alone
 *   |-----------------|                         left: records up to this one
 *                      |-----------------|      right: what is later
 * </pre>
 *
 * The aggregates they begin with are those of their {@link Neighbours}. Where a window would begin before time does, it is the
 * window from 0 on.
 *
 * <p><b>Closed windows.</b> A window is closed, and neither changed nor made, once the {@link WindowTime} has passed its
 * end by the grace period. Bounds belong to a window, both of them.
 */
public final class SlidingAggregateOperator extends Operator {
    private final Initializer<Object> initializer;
    private final Aggregator<Object, Object, Object> aggregator;
    private final long sizeMs;
    private final WindowTime time;
    private final boolean emitsOnClose;
    private final TableStep step;
    private final Neighbours around = new Neighbours();
    private @Nullable WindowState store;
    private boolean emitsLater;

    public SlidingAggregateOperator(String name, OperatorContext context, SlidingAggregate definition) {
        super(name, context);
        this.initializer = definition.initializer();
        this.aggregator = definition.aggregator();
        this.sizeMs = definition.windows().timeDifferenceMs();
        this.time = new WindowTime(definition.windows().gracePeriodMs());
        this.emitsOnClose = definition.emitsOnClose();
        this.step = definition.step();
    }

    @Override
    public void open() {
        String storeName = Objects.requireNonNull(step.storeName(), "a window aggregation needs a store");
        WindowState kept = context().windows(storeName);
        emitsLater = kept.caching() || emitsOnClose;
        if (emitsOnClose) {
            time.sendsClosed(kept, context().mark(storeName), sizeMs + 1);
        } else if (emitsLater) {
            kept.onEmission(downstream()::update, step.sendsOldValues());
        }
        store = kept;
    }

    @Override
    public void expect(SourceBatch batch) {
        Objects.requireNonNull(store).expect(batch.size(), batch::key);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        if (key == null || value == null) {
            context().dropped(this, key == null ? "it has no key" : "it has no value");
            return;
        }
        time.advance(timestamp);
        if (isClosed(timestamp)) {
            context().dropped(this, "its windows are closed");
        } else {
            takeIn(key, value, timestamp, headers);
        }
        time.close(downstream(), headers);
    }

    private boolean isClosed(long startMs) {
        return startMs + sizeMs < time.closedMs();
    }

    private void takeIn(Object key, Object value, long timestamp, Headers headers) {
        WindowSeries windows =
                Objects.requireNonNull(store).series(key, Math.max(0, timestamp - sizeMs), timestamp + 1);
        around.lookAround(windows, timestamp, sizeMs);
        if (around.early()) {
            takeInEarly(windows, key, value, timestamp, headers);
            return;
        }
        for (int number = around.lastHit(); number >= around.firstHit(); number--) {
            change(windows, number, key, value, timestamp, headers);
        }
        addRightOfPrevious(windows, key, value, timestamp, headers);
        if (!around.leftThere()) {
            addLeft(windows, key, value, timestamp, headers);
        }
        addRight(windows, key, headers);
    }

    /** The same in another order, which is that of the reference. */
    private void takeInEarly(WindowSeries windows, Object key, Object value, long timestamp, Headers headers) {
        int left = around.leftThere() ? around.firstHit() : -1;
        for (int number = around.firstHit(); number <= around.lastHit(); number++) {
            if (number != left) {
                change(windows, number, key, value, timestamp, headers);
            }
        }
        addRight(windows, key, headers);
        addRightOfPrevious(windows, key, value, timestamp, headers);
        if (left >= 0) {
            change(windows, left, key, value, timestamp, headers);
        } else {
            addLeft(windows, key, value, timestamp, headers);
        }
    }

    private void change(WindowSeries windows, int number, Object key, Object value, long timestamp, Headers headers) {
        long startMs = windows.startMs(number);
        Object before = windows.value(number);
        if (before != null && !isClosed(startMs)) {
            long resultTimestamp = Math.max(timestamp, windows.timestamp(number));
            Object after = aggregator.apply(key, value, before);
            windows.write(number, after, resultTimestamp);
            send(key, startMs, after, before, resultTimestamp, headers);
        }
    }

    private void addRightOfPrevious(WindowSeries windows, Object key, Object value, long timestamp, Headers headers) {
        long startMs = around.previousMs() + 1;
        if (around.hasPrevious() && startMs + sizeMs >= timestamp && !isClosed(startMs) && !isThere(windows, startMs)) {
            add(windows, startMs, key, value, null, timestamp, headers);
        }
    }

    private boolean isThere(WindowSeries windows, long startMs) {
        for (int number = around.firstHit(); number <= around.lastHit(); number++) {
            if (windows.startMs(number) == startMs) {
                return windows.value(number) != null;
            }
        }
        return false;
    }

    private void addLeft(WindowSeries windows, Object key, Object value, long timestamp, Headers headers) {
        if (!isClosed(around.leftStartMs())) {
            add(windows, around.leftStartMs(), key, value, around.leftValue(), timestamp, headers);
        }
    }

    /** Adds a window with this record and those that {@code others} stands for, if it is not null. */
    private void add(
            WindowSeries windows,
            long startMs,
            Object key,
            Object value,
            @Nullable Object others,
            long timestamp,
            Headers headers) {
        Object before = others == null ? initializer.apply() : others;
        Object after = aggregator.apply(key, value, before);
        windows.add(startMs, after, timestamp);
        send(key, startMs, after, before, timestamp, headers);
    }

    private void addRight(WindowSeries windows, Object key, Headers headers) {
        if (around.rightIsNew()) {
            windows.add(around.rightStartMs(), around.rightValue(), around.rightTimestamp());
            send(key, around.rightStartMs(), around.rightValue(), null, around.rightTimestamp(), headers);
        }
    }

    private void send(
            Object key,
            long startMs,
            @Nullable Object after,
            @Nullable Object before,
            long timestamp,
            Headers headers) {
        if (!emitsLater) {
            Windowed<Object> window = new Windowed<>(key, new TimeWindow(startMs, startMs + sizeMs));
            downstream().update(window, after, step.sendsOldValues() ? before : null, timestamp, headers);
        }
    }
}
