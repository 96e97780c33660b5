package dev.millrace.engine.operator.window;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.Slot;
import dev.millrace.state.WindowState;
import dev.millrace.streams.kstream.TimeWindow;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.Window;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.kstream.Windows;
import dev.millrace.topology.definition.TableStep;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Combines each record with the aggregates of its key in all windows that the record falls into.
 *
 * <p><b>Closed windows.</b> A window is closed, and a record left out of it, once the {@link WindowTime} has come to the window's
 * end plus the grace period. So a late record may still count in the later ones of its (hopping) windows.
 *
 * <p><b>No map per record.</b> {@code Windows.windowsFor} answers with a map; for {@code TimeWindows} the starts are plain
 * arithmetic, and a {@code Window} is made only where an update is sent on. Windows of the user's own kind are asked.
 *
 * <p><b>When results are sent on.</b> With every update, as far as the store lets them through; or each window once, by the
 * record that closes it.
 *
 * <p>A record without a value counts, unlike in aggregations without windows: so does the reference.
 */
abstract class WindowOperator extends Operator {
    private final Windows<?> windows;
    private final @Nullable TimeWindows regular;
    private final WindowTime time;
    private final boolean emitsOnClose;
    private final TableStep step;
    private @Nullable WindowState store;
    private boolean emitsLater;

    WindowOperator(String name, OperatorContext context, Windows<?> windows, boolean emitsOnClose, TableStep step) {
        super(name, context);
        this.windows = windows;
        this.regular = windows instanceof TimeWindows timeWindows ? timeWindows : null;
        this.time = new WindowTime(windows.gracePeriodMs());
        this.emitsOnClose = emitsOnClose;
        this.step = step;
    }

    @Override
    public final void open() {
        String storeName = Objects.requireNonNull(step.storeName(), "a window aggregation needs a store");
        WindowState kept = context().windows(storeName);
        emitsLater = kept.caching() || emitsOnClose;
        if (emitsOnClose) {
            time.sendsClosed(kept, context().mark(storeName), windows.size());
        } else if (emitsLater) {
            kept.onEmission(downstream()::update, step.sendsOldValues());
        }
        store = kept;
    }

    @Override
    public final void expect(SourceBatch batch) {
        Objects.requireNonNull(store).expect(batch.size(), batch::key);
    }

    @Override
    protected final void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        if (key == null) {
            context().dropped(this, "it has no key");
            return;
        }
        time.advance(timestamp);
        if (regular != null) {
            inRegularWindows(regular, key, value, timestamp, headers);
        } else {
            inForeignWindows(key, value, timestamp, headers);
        }
        time.close(downstream(), headers);
    }

    private void inRegularWindows(
            TimeWindows shape, Object key, @Nullable Object value, long timestamp, Headers headers) {
        long advanceMs = shape.advanceMs;
        long startMs = firstStartMs(shape, timestamp);
        while (startMs >= 0 && startMs <= timestamp) {
            inWindow(startMs, startMs + shape.sizeMs, null, key, value, timestamp, headers);
            startMs += advanceMs;
        }
    }

    private static long firstStartMs(TimeWindows shape, long timestamp) {
        return Math.max(0, timestamp - shape.sizeMs + shape.advanceMs) / shape.advanceMs * shape.advanceMs;
    }

    private void inForeignWindows(Object key, @Nullable Object value, long timestamp, Headers headers) {
        for (Map.Entry<Long, ? extends Window> entry :
                windows.windowsFor(timestamp).entrySet()) {
            Window window = entry.getValue();
            inWindow(entry.getKey(), window.end(), window, key, value, timestamp, headers);
        }
    }

    /** The {@code window} is null where a {@code TimeWindow} of these bounds is meant. */
    private void inWindow(
            long startMs,
            long endMs,
            @Nullable Window window,
            Object key,
            @Nullable Object value,
            long timestamp,
            Headers headers) {
        if (endMs <= time.closedMs()) {
            context().dropped(this, "its window is closed");
            return;
        }
        WindowState kept = Objects.requireNonNull(store);
        Slot slot = kept.slot(key, startMs);
        Object stored = slot.value();
        Object before = stored == null ? initial() : stored;
        long resultTimestamp = Math.max(timestamp, slot.timestamp());
        Object after = combined(key, value, before);
        kept.write(slot, key, startMs, after, after == null ? timestamp : resultTimestamp);
        if (!emitsLater) {
            Window bounds = window != null ? window : new TimeWindow(startMs, endMs);
            downstream()
                    .update(
                            new Windowed<>(key, bounds),
                            after,
                            step.sendsOldValues() ? before : null,
                            resultTimestamp,
                            headers);
        }
    }

    /** What a window without an aggregate begins with; children that want old values see it as the first of them. */
    abstract @Nullable Object initial();

    /** The new aggregate; null deletes. */
    abstract @Nullable Object combined(Object key, @Nullable Object value, @Nullable Object aggregate);
}
