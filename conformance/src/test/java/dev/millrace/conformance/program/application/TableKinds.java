package dev.millrace.conformance.program.application;

import dev.millrace.conformance.script.KindFacts.Left;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Suppressed;
import dev.millrace.streams.kstream.Suppressed.BufferConfig;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** What tables keep: rows in a changelog or in their own topic, and what is held back. */
final class TableKinds {
    private static final TimeWindows WINDOWS =
            TimeWindows.ofSizeAndGrace(Duration.ofSeconds(10), Duration.ofSeconds(30));

    private TableKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.ofTwo(
                        "stream-as-table",
                        place -> place.out(place.stream(0)
                                .leftJoin(
                                        place.stream(1).toTable(rows(place, "")), (value, row) -> value + "/" + row))),
                Kind.ofTwo(
                        "source-table",
                        place -> place.out(
                                place.stream(0).leftJoin(table(place, 1), (value, row) -> value + "/" + row))),
                Kind.ofTwo("versioned-table", TableKinds::versioned),
                Kind.ofTwo(
                        "table-join",
                        place -> place.out(table(place, 0)
                                .outerJoin(
                                        table(place, 1), (one, other) -> one + "/" + other, rows(place, "-result")))),
                Kind.ofTwo(
                                "foreign-key-join",
                                place -> place.out(table(place, 0)
                                        .leftJoin(
                                                table(place, 1),
                                                value -> value,
                                                (one, other) -> one + "/" + other,
                                                rows(place, "-result"))))
                        .leaving(Left.ORDER),
                Kind.ofWords("regrouped-table", TableKinds::regrouped),
                Kind.ofWords("suppressed-windows", TableKinds::suppressedWindows)
                        .leaving(Left.TIMES),
                Kind.ofWords(
                                "suppressed-rows",
                                place -> place.out(table(place, 0)
                                        .suppress(Suppressed.untilTimeLimit(
                                                        Duration.ofSeconds(20), BufferConfig.maxRecords(100))
                                                .withName(place.store() + "-buffer"))))
                        .leaving(Left.TIMES));
    }

    private static KTable<String, String> table(Place place, int number) {
        return place.builder().table(place.topic(number), rows(place, "-" + number));
    }

    private static Materialized<String, String, KeyValueStore<Bytes, byte[]>> rows(Place place, String suffix) {
        return Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as(place.store() + suffix)
                .withCachingDisabled();
    }

    private static void versioned(Place place) {
        Materialized<String, String, KeyValueStore<Bytes, byte[]>> versions =
                Materialized.as(Stores.persistentVersionedKeyValueStore(place.store(), Duration.ofHours(1)));
        place.out(place.stream(0).leftJoin(place.stream(1).toTable(versions), (value, row) -> value + "/" + row));
    }

    private static void regrouped(Place place) {
        place.out(table(place, 0)
                .groupBy((key, value) -> KeyValue.pair(value, key))
                .aggregate(
                        () -> "",
                        (key, value, all) -> Place.append(all, "+" + value),
                        (key, value, all) -> Place.append(all, "-" + value),
                        rows(place, "-groups")));
    }

    private static void suppressedWindows(Place place) {
        place.out(place.stream()
                .groupByKey(Grouped.with(Serdes.String(), Serdes.String()))
                .windowedBy(WINDOWS)
                .count(place.kept())
                .suppress(Suppressed.untilWindowCloses(BufferConfig.unbounded()).withName(place.store() + "-buffer")));
    }
}
