package dev.millrace.engine.operator;

import dev.millrace.state.ClosedWindowTaker;
import dev.millrace.state.EmissionListener;
import dev.millrace.state.Slot;
import dev.millrace.state.WindowSeries;
import dev.millrace.state.WindowState;
import dev.millrace.streams.kstream.TimeWindow;
import dev.millrace.streams.kstream.Windowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A window store in a map; if told so, it caches. */
public final class FakeWindows implements WindowState {
    private final long windowSizeMs;
    private final Map<Place, Row> rows = new LinkedHashMap<>();
    private @Nullable EmissionListener listener;
    private long closedUpToMs;
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
    public WindowSeries series(Object key, long fromStartMs, long toStartMs) {
        TreeSet<Long> starts = rows.keySet().stream()
                .filter(place -> place.key().equals(key))
                .map(Place::startMs)
                .collect(Collectors.toCollection(TreeSet::new));
        Long before = starts.lower(fromStartMs);
        return new Series(
                key, List.copyOf(starts.subSet(before == null ? fromStartMs : before, true, toStartMs, true)));
    }

    private final class Series implements WindowSeries {
        private final Object key;
        private final List<Long> starts;

        Series(Object key, List<Long> starts) {
            this.key = key;
            this.starts = starts;
        }

        @Override
        public int size() {
            return starts.size();
        }

        @Override
        public long startMs(int number) {
            return starts.get(number);
        }

        @Override
        public @Nullable Object value(int number) {
            return slot(key, startMs(number)).value();
        }

        @Override
        public long timestamp(int number) {
            return slot(key, startMs(number)).timestamp();
        }

        @Override
        public void write(int number, @Nullable Object value, long timestamp) {
            add(startMs(number), value, timestamp);
        }

        @Override
        public void add(long startMs, @Nullable Object value, long timestamp) {
            FakeWindows.this.write(slot(key, startMs), key, startMs, value, timestamp);
        }
    }

    @Override
    public void advanceTo(long observedStreamTimeMs) {}

    @Override
    public void watchClosing(long fromStartMs) {
        closedUpToMs = fromStartMs - 1;
    }

    @Override
    public void takeClosed(long upToStartMs, ClosedWindowTaker taker) {
        rows.forEach((place, row) -> {
            if (place.startMs() > closedUpToMs && place.startMs() <= upToStartMs && row.value() != null) {
                TimeWindow window = new TimeWindow(place.startMs(), place.startMs() + windowSizeMs);
                taker.take(new Windowed<>(place.key(), window), row.value(), row.timestamp());
            }
        });
        closedUpToMs = upToStartMs;
    }

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
