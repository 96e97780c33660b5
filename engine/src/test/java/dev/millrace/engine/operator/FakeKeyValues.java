package dev.millrace.engine.operator;

import dev.millrace.state.EmissionListener;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.RowCursor;
import dev.millrace.state.Slot;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
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

    /** Of rows whose keys are {@code Bytes}. */
    @Override
    public RowCursor scanPrefix(byte[] prefix) {
        var found = rows.entrySet().stream()
                .filter(row -> Arrays.mismatch(prefix, ((Bytes) row.getKey()).get()) == prefix.length)
                .sorted(Comparator.comparing(row -> (Bytes) row.getKey()))
                .toList()
                .iterator();
        return new RowCursor() {
            private Map.@Nullable Entry<Object, Row> here;

            @Override
            public boolean next() {
                here = found.hasNext() ? found.next() : null;
                return here != null;
            }

            @Override
            public byte[] key() {
                return ((Bytes) Objects.requireNonNull(here).getKey()).get();
            }

            @Override
            public Object value() {
                return Objects.requireNonNull(
                        Objects.requireNonNull(here).getValue().value());
            }

            @Override
            public void close() {}
        };
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
