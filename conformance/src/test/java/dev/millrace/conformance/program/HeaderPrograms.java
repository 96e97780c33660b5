package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.SlidingWindows;
import dev.millrace.streams.kstream.Suppressed;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.kstream.WindowedSerdes;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.TimestampedKeyValueStoreWithHeaders;
import dev.millrace.streams.state.TimestampedWindowStoreWithHeaders;
import dev.millrace.streams.state.ValueTimestampHeaders;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;

/** Stores that keep headers, and tables in such stores. */
final class HeaderPrograms {
    private static final Set<String> KEY_VALUE = Set.of("TimestampedKeyValueStoreWithHeaders");
    private static final Set<String> WINDOW = Set.of("TimestampedWindowStoreWithHeaders");
    private static final Set<String> FORMAT = Set.of("dsl.store.format");
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> TWO = List.of(Input.words("in"), Input.words("other"));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SIZE = Duration.ofSeconds(10);
    private static final Duration RETENTION = SIZE.multipliedBy(2);
    private static final long WITHIN_RETENTION_MS = 50_000;

    private HeaderPrograms() {}

    static List<Program> all() {
        List<Program> programs = new ArrayList<>();
        programs.addAll(stores());
        programs.addAll(tables());
        return programs;
    }

    // ---- stores ----

    private static List<Program> stores() {
        return List.of(
                keyValues("store with headers", keptOnDisk(), false),
                keyValues("store with headers cached", keptOnDisk(), true),
                keyValues("store with headers in memory", Stores.inMemoryKeyValueStore("store"), false)
                        .withoutPositions(),
                keyValues("store with headers not kept", Stores.persistentTimestampedKeyValueStore("store"), false),
                keyValues("store with headers and times not kept", Stores.persistentKeyValueStore("store"), false),
                dsl(
                        "store with headers from serdes",
                        KEY_VALUE,
                        WORDS,
                        builder -> build(
                                builder,
                                Stores.timestampedKeyValueStoreWithHeadersBuilder(
                                        keptOnDisk(), signing("key"), signing("value")),
                                Signing::new)),
                windows(
                        "window store with headers",
                        Stores.persistentTimestampedWindowStoreWithHeaders("store", MINUTE, SIZE, false)),
                windows(
                        "window store with headers in memory",
                        Stores.inMemoryWindowStore("store", MINUTE, SIZE, false)),
                windows(
                        "window store with headers and duplicates",
                        Stores.persistentTimestampedWindowStoreWithHeaders("store", MINUTE, SIZE, true)),
                windows(
                        "window store with headers not kept",
                        Stores.persistentTimestampedWindowStore("store", MINUTE, SIZE, false)));
    }

    private static KeyValueBytesStoreSupplier keptOnDisk() {
        return Stores.persistentTimestampedKeyValueStoreWithHeaders("store");
    }

    private static Program keyValues(String name, KeyValueBytesStoreSupplier supplier, boolean cached) {
        return dsl(name, KEY_VALUE, WORDS, builder -> {
            StoreBuilder<?> store =
                    Stores.timestampedKeyValueStoreWithHeadersBuilder(supplier, Serdes.String(), Serdes.String());
            build(builder, cached ? store.withCachingEnabled() : store, UseKeyValues::new);
        });
    }

    private static Program windows(String name, WindowBytesStoreSupplier supplier) {
        return dsl(
                name,
                WINDOW,
                WORDS,
                builder -> build(
                        builder,
                        Stores.timestampedWindowStoreWithHeadersBuilder(supplier, Serdes.String(), Serdes.String()),
                        UseWindows::new));
    }

    private static void build(
            StreamsBuilder builder,
            StoreBuilder<?> store,
            ProcessorSupplier<String, String, String, String> processor) {
        builder.addStateStore(store);
        builder.<String, String>stream("in").process(processor, "store").to("out");
    }

    private static Headers own(String value) {
        return new RecordHeaders()
                .add("own", value.getBytes(StandardCharsets.UTF_8))
                .add("none", null)
                .add("own", new byte[200]);
    }

    private static final class UseKeyValues extends Answering {
        @Override
        void use(Record<String, String> found) {
            TimestampedKeyValueStoreWithHeaders<String, String> store =
                    context().getStateStore("store");
            String key = found.key();
            String value = found.value();
            say(store.get(key));
            switch (key) {
                case "a" -> say(store.putIfAbsent(key, ValueTimestampHeaders.make(value, 7, own("absent"))));
                case "b" -> store.put(key, ValueTimestampHeaders.make(value, found.timestamp(), null));
                case "c" -> say(store.delete(key));
                case "ba" -> store.put(key, ValueTimestampHeaders.makeAllowNullable(null, 9, own("deleted")));
                case "bb" ->
                    store.putAll(List.of(
                            KeyValue.pair(key, ValueTimestampHeaders.make(value, 3, own("all"))),
                            KeyValue.pair("c", ValueTimestampHeaders.make("all", 4, found.headers()))));
                default -> store.put(key, ValueTimestampHeaders.make(value, found.timestamp(), found.headers()));
            }
            say(store.get(key));
            say(store.range("a", "bb"));
            say(store.all());
            say(store.prefixScan("b", new StringSerializer()));
        }
    }

    private static final class UseWindows extends Answering {
        private long latest;

        @Override
        void use(Record<String, String> found) {
            latest = Math.max(latest, found.timestamp());
            if (found.value() == null || found.timestamp() <= latest - WITHIN_RETENTION_MS) {
                return;
            }
            TimestampedWindowStoreWithHeaders<String, String> store = context().getStateStore("store");
            long start = found.timestamp() - found.timestamp() % 1_000;
            Headers headers = found.key().equals("b") ? own("window") : found.headers();
            store.put(found.key(), ValueTimestampHeaders.make(found.value(), found.timestamp() + 1, headers), start);
            Instant from = Instant.ofEpochMilli(found.timestamp() - 30_000);
            Instant to = Instant.ofEpochMilli(found.timestamp() + 30_000);
            say(store.fetch(found.key(), start));
            say(store.fetch(found.key(), from, to));
            say(store.fetch("a", "bb", from, to));
            say(store.all());
        }
    }

    // ---- serdes that write headers ----

    static Serde<String> signing(String part) {
        Serializer<String> serializer = new Serializer<>() {
            @Override
            public byte[] serialize(String topic, String data) {
                return data == null ? null : data.getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public byte[] serialize(String topic, Headers headers, String data) {
                headers.remove("signed " + part).add("signed " + part, serialize(topic, data));
                return serialize(topic, data);
            }
        };
        Deserializer<String> deserializer = new Deserializer<>() {
            @Override
            public String deserialize(String topic, byte[] data) {
                return new String(data, StandardCharsets.UTF_8);
            }

            @Override
            public String deserialize(String topic, Headers headers, byte[] data) {
                Header signature = headers.lastHeader("signed value");
                String seen = signature == null ? "unsigned" : String.valueOf(Arrays.hashCode(signature.value()) % 100);
                return deserialize(topic, data) + (part.equals("value") ? seen : "");
            }
        };
        return Serdes.serdeFrom(serializer, deserializer);
    }

    /** Forwards no headers: how often a key is serialized, and so signs the record at work, is up to each engine. */
    private static final class Signing extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> found) {
            TimestampedKeyValueStoreWithHeaders<String, String> store =
                    context().getStateStore("store");
            if (found.key() != null && found.value() != null) {
                store.put(found.key(), ValueTimestampHeaders.make(found.value(), 5, own("signed")));
                String answer = store.get(found.key()).toString();
                context().forward(found.withValue(answer).withHeaders(new RecordHeaders()));
            }
        }
    }

    // ---- tables ----

    private static List<Program> tables() {
        return List.of(
                table("table with headers", table -> to(table)),
                table("table with headers filtered", table -> to(table.filter((key, value) -> !value.equals("b")))),
                table(
                        "table with headers filtered into a table",
                        table -> to(table.filter((key, value) -> !value.equals("b"), Materialized.as("rows")))),
                table(
                        "table with headers mapped into a table",
                        table -> to(table.mapValues(value -> value + "!", Materialized.as("rows")))),
                table("table with headers grouped", HeaderPrograms::regroup),
                table(
                        "table with headers suppressed",
                        table -> to(table.suppress(Suppressed.untilTimeLimit(
                                Duration.ofSeconds(5), Suppressed.BufferConfig.unbounded())))),
                format("aggregates with headers", WORDS, HeaderPrograms::aggregate),
                format("aggregates with headers in memory", WORDS, HeaderPrograms::aggregate)
                        .with("dsl.store.suppliers.class", BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class),
                format("windows with headers", WORDS, builder -> windows(builder, EmitStrategy.onWindowUpdate()))
                        .keeping(RETENTION),
                format("closing windows with headers", WORDS, builder -> windows(builder, EmitStrategy.onWindowClose()))
                        .keeping(RETENTION)
                        .with("statestore.cache.max.bytes", "0"),
                format("sliding windows with headers", WORDS, HeaderPrograms::slide)
                        .keeping(RETENTION),
                format("tables with headers joined", TWO, HeaderPrograms::joinTables),
                format("tables with headers joined by foreign key", TWO, HeaderPrograms::joinByForeignKey),
                format("stream joined with table with headers", TWO, HeaderPrograms::joinStream),
                format("global table with headers", TWO, HeaderPrograms::joinGlobal),
                dsl(
                        "table in a store with headers",
                        FORMAT,
                        WORDS,
                        builder -> to(builder.<String, String>table(
                                "in", Materialized.as(Stores.persistentTimestampedKeyValueStoreWithHeaders("given"))))),
                dsl("windows in a store with headers", FORMAT, WORDS, HeaderPrograms::givenWindows)
                        .keeping(MINUTE));
    }

    private static Program format(String name, List<Input> inputs, Consumer<StreamsBuilder> definition) {
        return dsl(name, FORMAT, inputs, definition).with("dsl.store.format", "headers");
    }

    private static Program table(String name, Consumer<KTable<String, String>> definition) {
        return format(
                name,
                WORDS,
                builder -> definition.accept(builder.<String, String>table("in", Materialized.as("table"))));
    }

    private static void to(KTable<String, String> table) {
        table.toStream().to("out");
    }

    private static void regroup(KTable<String, String> table) {
        to(table.groupBy((key, value) -> KeyValue.pair(value, key), Grouped.with(Serdes.String(), Serdes.String()))
                .reduce((a, b) -> a + "+" + b, (a, b) -> a + "-" + b, Materialized.as("groups")));
    }

    private static void aggregate(StreamsBuilder builder) {
        builder.<String, String>stream("in")
                .groupByKey()
                .aggregate(
                        () -> "",
                        (key, value, aggregate) -> value.equals("b") ? null : aggregate + value,
                        Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as("aggregates"))
                .toStream()
                .to("out");
    }

    private static void windows(StreamsBuilder builder, EmitStrategy emission) {
        toWindows(builder.<String, String>stream("in")
                .groupByKey()
                .windowedBy(TimeWindows.ofSizeAndGrace(SIZE, SIZE))
                .emitStrategy(emission)
                .count());
    }

    private static void slide(StreamsBuilder builder) {
        toWindows(builder.<String, String>stream("in")
                .groupByKey()
                .windowedBy(SlidingWindows.ofTimeDifferenceAndGrace(SIZE, SIZE))
                .count());
    }

    private static void givenWindows(StreamsBuilder builder) {
        toWindows(builder.<String, String>stream("in")
                .groupByKey()
                .windowedBy(TimeWindows.ofSizeAndGrace(SIZE, SIZE))
                .count(Materialized.as(
                        Stores.persistentTimestampedWindowStoreWithHeaders("given", MINUTE, SIZE, false))));
    }

    private static void toWindows(KTable<Windowed<String>, Long> counts) {
        counts.toStream()
                .to(
                        "out",
                        Produced.with(
                                WindowedSerdes.timeWindowedSerdeFrom(String.class, SIZE.toMillis()), Serdes.Long()));
    }

    private static void joinTables(StreamsBuilder builder) {
        KTable<String, String> left = builder.table("in");
        KTable<String, String> right = builder.table("other");
        to(left.outerJoin(right, (one, other) -> one + other, Materialized.as("pairs")));
    }

    private static void joinByForeignKey(StreamsBuilder builder) {
        KTable<String, String> left = builder.table("in");
        KTable<String, String> right = builder.table("other");
        to(left.leftJoin(right, value -> value, (one, other) -> one + other, Materialized.as("pairs")));
    }

    private static void joinStream(StreamsBuilder builder) {
        KTable<String, String> table = builder.table("in", Materialized.as("table"));
        builder.<String, String>stream("other")
                .leftJoin(table, (value, row) -> value + row)
                .to("out");
    }

    private static void joinGlobal(StreamsBuilder builder) {
        builder.<String, String>stream("other")
                .leftJoin(
                        builder.<String, String>globalTable("in", Materialized.as("table")),
                        (key, value) -> value,
                        (value, row) -> value + row)
                .to("out");
    }
}
