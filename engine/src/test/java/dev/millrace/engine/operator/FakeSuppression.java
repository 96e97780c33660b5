package dev.millrace.engine.operator;

import dev.millrace.state.EmissionListener;
import dev.millrace.state.SuppressState;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Updates that are held back in a map. Each counts for ten bytes. */
public final class FakeSuppression implements SuppressState {
    private static final long BYTES = 10;
    private final Map<Object, Held> held = new LinkedHashMap<>();

    private record Held(
            long timeMs,
            Object key,
            @Nullable Object sent,
            @Nullable Object newValue,
            @Nullable Object oldValue,
            long timestamp,
            Headers headers) {}

    @Override
    public void hold(
            long timeMs,
            Object key,
            @Nullable Object newValue,
            @Nullable Object oldValue,
            long timestamp,
            Headers headers) {
        Held before = held.get(key);
        held.put(
                key,
                before == null
                        ? new Held(timeMs, key, oldValue, newValue, oldValue, timestamp, headers)
                        : new Held(before.timeMs, key, before.sent, newValue, oldValue, timestamp, headers));
    }

    @Override
    public boolean holds(Object key) {
        return held.containsKey(key);
    }

    @Override
    public @Nullable Object valueSent(Object key) {
        Held update = held.get(key);
        return update == null ? null : update.sent;
    }

    @Override
    public long records() {
        return held.size();
    }

    @Override
    public long bytes() {
        return BYTES * held.size();
    }

    @Override
    public long earliestMs() {
        return held.values().stream().mapToLong(Held::timeMs).min().orElse(NOTHING_HELD);
    }

    @Override
    public void release(EmissionListener listener) {
        Held first =
                held.values().stream().min(Comparator.comparing(Held::timeMs)).orElseThrow();
        held.remove(Objects.requireNonNull(first.key));
        listener.emit(first.key, first.newValue, first.oldValue, first.timestamp, first.headers);
    }
}
