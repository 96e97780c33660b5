package dev.millrace.engine.operator;

import dev.millrace.state.EmissionListener;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.Slot;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key-value store in a map; if told so, it caches: then {@link #emit} hands out what was written since. */
public final class FakeKeyValues implements KeyValueState {
    private final FakeTask task;
    private final Map<Object, Row> rows = new LinkedHashMap<>();
    private final Map<Object, Row> emitted = new LinkedHashMap<>();
    private final Map<Object, Row> pending = new LinkedHashMap<>();
    private @Nullable EmissionListener listener;
    private boolean oldValues;
    public boolean caches;
    public long lastWriteTimestamp = -1;

    FakeKeyValues(FakeTask task) {
        this.task = task;
    }

    private record Row(@Nullable Object value, long timestamp) implements Slot {}

    private static final Row NONE = new Row(null, -1);

    @Override
    public Slot slot(Object key) {
        return rows.getOrDefault(key, NONE);
    }

    @Override
    public void write(Slot slot, Object key, @Nullable Object value, long timestamp) {
        lastWriteTimestamp = timestamp;
        pending.put(key, new Row(value, timestamp));
        if (value == null) {
            rows.remove(key);
        } else {
            rows.put(key, new Row(value, timestamp));
        }
    }

    @Override
    public boolean caching() {
        return caches;
    }

    @Override
    public void onEmission(EmissionListener listener, boolean oldValues) {
        this.listener = listener;
        this.oldValues = oldValues;
    }

    /** As a commit does. */
    public void emit() {
        Map<Object, Row> due = new LinkedHashMap<>(pending);
        pending.clear();
        due.forEach((key, row) -> {
            Object old = emitted.getOrDefault(key, NONE).value();
            emitted.put(key, row);
            if (listener != null) {
                listener.emit(key, row.value(), oldValues ? old : null, row.timestamp(), task.headers());
            }
        });
    }

    /** What is in it, as text: {@code {k=v@ts}}. */
    public Map<String, String> content() {
        Map<String, String> content = new LinkedHashMap<>();
        rows.forEach((key, row) -> content.put(key.toString(), row.value() + "@" + row.timestamp()));
        return content;
    }

    public void fill(Object key, Object value, long timestamp) {
        rows.put(key, new Row(value, timestamp));
    }
}
