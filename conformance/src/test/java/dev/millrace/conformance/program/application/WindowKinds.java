package dev.millrace.conformance.program.application;

import dev.millrace.conformance.script.KindFacts.Left;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.SlidingWindows;
import dev.millrace.streams.kstream.TimeWindowedKStream;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.streams.state.WindowStore;
import dev.millrace.streams.state.WindowStoreIterator;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/** Window stores. */
final class WindowKinds {
    private static final Duration SIZE = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofHours(1);
    private static final TimeWindows TUMBLING = TimeWindows.ofSizeAndGrace(SIZE, Duration.ofSeconds(30));
    private static final TimeWindows HOPPING =
            TimeWindows.ofSizeAndGrace(SIZE, Duration.ofMinutes(2)).advanceBy(Duration.ofSeconds(4));
    private static final SlidingWindows SLIDING =
            SlidingWindows.ofTimeDifferenceAndGrace(Duration.ofSeconds(4), Duration.ofSeconds(30));

    private WindowKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.ofWords("window", place -> swap(place, false)),
                Kind.ofWords("window-with-duplicates", place -> swap(place, true))
                        .leaving(Left.NUMBERS),
                Kind.ofWords("tumbling-window", place -> aggregate(place, grouped(place, TUMBLING))),
                Kind.ofWords("hopping-window", place -> aggregate(place, grouped(place, HOPPING))),
                Kind.ofWords(
                        "closing-window",
                        place -> aggregate(place, grouped(place, TUMBLING).emitStrategy(EmitStrategy.onWindowClose()))),
                Kind.ofWords(
                        "sliding-window",
                        place -> aggregate(place, place.stream().groupByKey().windowedBy(SLIDING))),
                Kind.ofWords(
                        "closing-sliding-window",
                        place -> aggregate(
                                place,
                                place.stream()
                                        .groupByKey()
                                        .windowedBy(SLIDING)
                                        .emitStrategy(EmitStrategy.onWindowClose()))));
    }

    private static TimeWindowedKStream<String, String> grouped(Place place, TimeWindows windows) {
        return place.stream().groupByKey().windowedBy(windows);
    }

    private static void aggregate(Place place, TimeWindowedKStream<String, String> windows) {
        place.out(windows.aggregate(() -> "", (key, value, all) -> Place.append(all, value), place.kept()));
    }

    private static void swap(Place place, boolean duplicates) {
        WindowBytesStoreSupplier supplier = place.persistent()
                ? Stores.persistentWindowStore(place.store(), LONG, SIZE, duplicates)
                : Stores.inMemoryWindowStore(place.store(), LONG, SIZE, duplicates);
        place.swap(Stores.windowStoreBuilder(supplier, Serdes.String(), Serdes.String()), WindowKinds::swap);
    }

    /** Puts a value into a window of its own second and answers with all windows of the key in the last half hour. */
    private static String swap(WindowStore<String, String> store, Record<String, String> found) {
        long start = found.timestamp() / 1_000 * 1_000;
        store.put(found.key(), found.value(), start);
        StringBuilder answer = new StringBuilder();
        long halfHour = Duration.ofMinutes(30).toMillis();
        try (WindowStoreIterator<String> windows = store.fetch(found.key(), start - halfHour, start + halfHour)) {
            windows.forEachRemaining(window -> answer.append(window).append(' '));
        }
        return answer.toString();
    }
}
