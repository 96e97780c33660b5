package dev.millrace.engine.operator;

import dev.millrace.state.EmissionListener;
import dev.millrace.state.Slot;
import dev.millrace.state.WindowState;
import dev.millrace.streams.kstream.TimeWindow;
import dev.millrace.streams.kstream.Windowed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A window store in a map; if told so, it caches. */
public final class FakeWindows implements WindowState {
    private final long windowSizeMs;
    private final Map<Place, Row> rows = new LinkedHashMap<>();
    private @Nullable EmissionListener listener;
    public boolean caches;

    FakeWindows(long windowSizeMs) {
        this.windowSizeMs = windowSizeMs;
    }

    private record Place(Object key, long startMs) {}

    private record Row(@Nullable Object value, long timestamp) implements Slot {}

    @Override
    public Slot slot(Object key, long windowStartMs) {
        return rows.getOrDefault(new Place(key, windowStartMs), new Row(null, -1));
    }

    @Override
    public void write(Slot slot, Object key, long windowStartMs, @Nullable Object value, long timestamp) {
        if (value == null) {
            rows.remove(new Place(key, windowStartMs));
        } else {
            rows.put(new Place(key, windowStartMs), new Row(value, timestamp));
        }
    }

    @Override
    public void advanceTo(long observedStreamTimeMs) {}

    @Override
    public boolean caching() {
        return caches;
    }

    @Override
    public void onEmission(EmissionListener listener, boolean oldValues) {
        this.listener = listener;
    }

    /** As a commit does, without de-duplication. */
    public void emit() {
        rows.forEach((place, row) -> {
            if (listener != null) {
                TimeWindow window = new TimeWindow(place.startMs(), place.startMs() + windowSizeMs);
                listener.emit(
                        new Windowed<>(place.key(), window), row.value(), null, row.timestamp(), new RecordHeaders());
            }
        });
    }

    /** What is in it, as text: {@code {k@start=v@ts}}. */
    public Map<String, String> content() {
        Map<String, String> content = new LinkedHashMap<>();
        rows.forEach(
                (place, row) -> content.put(place.key() + "@" + place.startMs(), row.value() + "@" + row.timestamp()));
        return content;
    }
}
