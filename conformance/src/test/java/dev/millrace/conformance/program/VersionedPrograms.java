package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.conformance.script.Input.Content;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.Joined;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.ValueTransformerWithKey;
import dev.millrace.streams.processor.ProcessorContext;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.VersionedKeyValueStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Versioned stores, tables kept in them, and joins with their past. */
final class VersionedPrograms {
    private static final Set<String> STORE = Set.of("VersionedKeyValueStore");
    private static final Set<String> TABLE = Set.of("Materialized.as(VersionedBytesStoreSupplier)");
    private static final Set<String> GRACE = Set.of("Joined.withGracePeriod");
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> TWO = List.of(Input.words("in"), Input.words("stream"));
    private static final List<Input> KEYED =
            List.of(Input.words("in"), new Input("stream", Content.WORD, Content.WORD, false, true));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private VersionedPrograms() {}

    static List<Program> all() {
        return List.of(
                store("versioned store", MINUTE, builder -> builder),
                store("versioned store of an hour", Duration.ofHours(1), builder -> builder),
                store("versioned store without history", Duration.ZERO, builder -> builder),
                store("versioned store unlogged", MINUTE, builder -> builder.withLoggingDisabled()),
                dsl(
                        "versioned store in segments",
                        STORE,
                        WORDS,
                        builder -> use(
                                builder,
                                Stores.versionedKeyValueStoreBuilder(
                                        Stores.persistentVersionedKeyValueStore("store", MINUTE, Duration.ofSeconds(7)),
                                        Serdes.String(),
                                        Serdes.String()))),
                table("versioned table", table -> table),
                table("versioned table filtered", table -> table.filter((key, value) -> value.compareTo("b") < 0)),
                table("versioned table mapped", table -> table.mapValues(value -> value + "!")),
                table(
                        "versioned table filtered into rows",
                        table -> table.filter((key, value) -> value.compareTo("b") < 0, Materialized.as("rows"))),
                table(
                        "versioned table filtered into versions",
                        table -> table.filterNot((key, value) -> value.compareTo("b") < 0, versions("more", MINUTE))),
                table(
                        "versioned table mapped into fewer versions",
                        table -> table.mapValues(value -> value + "!", versions("fewer", Duration.ofSeconds(10)))),
                table(
                        "versioned table to stream and back",
                        table -> table.toStream().toTable(versions("again", Duration.ofSeconds(30)))),
                grouped("versioned table grouped", table -> table),
                grouped(
                        "versioned table filtered and grouped",
                        table -> table.filter((key, value) -> !value.equals("a"))),
                grouped(
                        "versioned table mapped into rows and grouped",
                        table -> table.mapValues(value -> value + "!", Materialized.as("rows"))),
                grouped(
                        "versioned table mapped into versions and grouped",
                        table -> table.mapValues(value -> value + "!", versions("more", Duration.ofSeconds(20)))),
                filteredIntoVersions(),
                aggregated(),
                aggregatedToNull(),
                aggregatedTable(),
                optimized(),
                joined("versioned table joined", true, table -> table),
                joined("versioned table joined inner", false, table -> table),
                joined(
                        "versioned table derived and joined",
                        true,
                        table -> table.mapValues(value -> value + "!").filter((key, value) -> !value.equals("b!"))),
                joined(
                        "versioned table in rows and joined",
                        true,
                        table -> table.mapValues(value -> value + "!", Materialized.as("rows"))),
                grace("versioned table joined with grace", true, joinedFor(Duration.ofSeconds(5))),
                grace("versioned table joined inner with grace", false, joinedFor(Duration.ofSeconds(20))),
                grace("versioned table joined with no grace at all", true, joinedFor(Duration.ZERO)),
                grace(
                        "versioned table joined with grace and name",
                        true,
                        Joined.with(
                                Serdes.String(), Serdes.String(), Serdes.String(), "named", Duration.ofSeconds(30))),
                graceBehindTopic(),
                tables("versioned tables joined", true, true, Joining::inner),
                tables("versioned tables joined left", true, true, Joining::left),
                tables("versioned tables joined outer", true, true, Joining::outer),
                tables("versioned table joined with rows", true, false, Joining::inner),
                tables("versioned table joined left with rows", true, false, Joining::left),
                tables("versioned table joined outer with rows", true, false, Joining::outer),
                tables("rows joined left with versioned table", false, true, Joining::left),
                tables("rows joined outer with versioned table", false, true, Joining::outer),
                tables(
                        "versioned tables joined into versions",
                        true,
                        true,
                        (left, right) -> left.outerJoin(right, (one, other) -> one + other, versions("pairs", MINUTE))),
                tables(
                        "rows joined into versions and grouped",
                        false,
                        false,
                        (left, right) ->
                                inGroups(left.leftJoin(right, (one, other) -> one + other, versions("pairs", MINUTE)))),
                tables(
                        "versioned tables joined and grouped",
                        true,
                        true,
                        (left, right) -> inGroups(left.outerJoin(right, (one, other) -> one + other))),
                tables(
                        "versioned tables joined twice",
                        true,
                        true,
                        (left, right) -> left.mapValues(value -> value + "!")
                                .join(right, (one, other) -> one + other)
                                .leftJoin(
                                        right.filter((key, value) -> !value.equals("b")), (one, other) -> one + other)),
                tables(
                        "versioned tables joined by foreign key",
                        true,
                        true,
                        (left, right) -> left.join(right, value -> value, (one, other) -> one + other)),
                tables(
                        "versioned tables joined left by foreign key into versions",
                        true,
                        true,
                        (left, right) -> left.leftJoin(
                                right, value -> value, (one, other) -> one + other, versions("pairs", MINUTE))),
                tables(
                        "rows joined by foreign key with versioned table",
                        false,
                        true,
                        (left, right) -> left.join(right, value -> value, (one, other) -> one + other)),
                table("versioned table transformed", table -> table.transformValues(Exclaiming::new)),
                grouped("versioned table transformed and grouped", table -> table.transformValues(Exclaiming::new)),
                grouped(
                        "versioned table transformed into versions and grouped",
                        table -> table.transformValues(Exclaiming::new, versions("loud", MINUTE))),
                joined(
                        "versioned table transformed and joined",
                        true,
                        table -> table.transformValues(Exclaiming::new)));
    }

    // ---- the store ----

    private static Program store(
            String name,
            Duration retention,
            UnaryOperator<StoreBuilder<VersionedKeyValueStore<String, String>>> options) {
        return dsl(
                name,
                STORE,
                WORDS,
                builder -> use(
                        builder,
                        options.apply(Stores.versionedKeyValueStoreBuilder(
                                Stores.persistentVersionedKeyValueStore("store", retention),
                                Serdes.String(),
                                Serdes.String()))));
    }

    private static void use(StreamsBuilder builder, StoreBuilder<?> store) {
        builder.addStateStore(store);
        builder.<String, String>stream("in").process(UseVersions::new, "store").to("out");
    }

    /** Puts and deletes versions, and asks for the past. */
    private static final class UseVersions extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> record) {
            if (record.key() == null) {
                return;
            }
            VersionedKeyValueStore<String, String> store = context().getStateStore("store");
            String answer = "c".equals(record.value())
                    ? "deleted " + store.delete(record.key(), record.timestamp())
                    : "put " + store.put(record.key(), record.value(), record.timestamp());
            answer += " latest " + store.get(record.key());
            for (long agoMs : new long[] {-1, 0, 1, 1_000, 4_000, 30_000, 59_999, 60_000, 60_001, 200_000}) {
                answer += "; " + agoMs + " " + store.get(record.key(), record.timestamp() - agoMs);
            }
            context().forward(record.withValue(answer));
        }
    }

    // ---- tables ----

    private static Program table(String name, UnaryOperator<KTable<String, String>> derivation) {
        return dsl(
                name,
                TABLE,
                WORDS,
                builder -> derivation.apply(versioned(builder)).toStream().to("out"));
    }

    private static Program grouped(String name, UnaryOperator<KTable<String, String>> derivation) {
        return dsl(
                name,
                TABLE,
                WORDS,
                builder -> inGroups(derivation.apply(versioned(builder)))
                        .toStream()
                        .to("out"));
    }

    private static KTable<String, String> inGroups(KTable<String, String> table) {
        return table.groupBy((key, value) -> KeyValue.pair(value, key), Grouped.with(Serdes.String(), Serdes.String()))
                .aggregate(
                        () -> "",
                        (key, value, aggregate) -> aggregate + "+" + value,
                        (key, value, aggregate) -> aggregate + "-" + value);
    }

    private static Program filteredIntoVersions() {
        return dsl(
                "table filtered into versions and grouped",
                TABLE,
                WORDS,
                builder -> builder.table("in", Consumed.with(Serdes.String(), Serdes.String()), Materialized.as("rows"))
                        .filter((key, value) -> !value.equals("b"), versions("kept", MINUTE))
                        .groupBy(
                                (key, value) -> KeyValue.pair(value, key),
                                Grouped.with(Serdes.String(), Serdes.String()))
                        .count()
                        .toStream()
                        .to("out", Produced.with(Serdes.String(), Serdes.Long())));
    }

    private static Program aggregated() {
        return dsl(
                "aggregate in versions",
                TABLE,
                WORDS,
                builder -> counted(builder).toStream().to("out", Produced.with(Serdes.String(), Serdes.Long())));
    }

    private static KTable<String, Long> counted(StreamsBuilder builder) {
        return builder.<String, String>stream("in")
                .groupByKey()
                .count(Materialized.<String, Long>as(Stores.persistentVersionedKeyValueStore("counts", MINUTE)));
    }

    private static Program aggregatedToNull() {
        return dsl(
                "aggregate to null in versions",
                TABLE,
                WORDS,
                builder -> builder.<String, String>stream("in")
                        .groupByKey()
                        .reduce(
                                (aggregate, value) -> value.equals("b") ? null : aggregate + value,
                                versions("words", MINUTE))
                        .groupBy(
                                (key, value) -> KeyValue.pair(key, value),
                                Grouped.with(Serdes.String(), Serdes.String()))
                        .reduce((a, b) -> a + "+" + b, (a, b) -> a + "-" + b)
                        .toStream()
                        .to("out"));
    }

    private static Program aggregatedTable() {
        return dsl(
                "table aggregate in versions",
                TABLE,
                WORDS,
                builder -> builder.<String, String>table("in")
                        .groupBy(
                                (key, value) -> KeyValue.pair("g" + value, value),
                                Grouped.with(Serdes.String(), Serdes.String()))
                        .aggregate(
                                () -> "",
                                (key, value, aggregate) -> aggregate + "+" + value,
                                (key, value, aggregate) -> aggregate.length() > 6 ? null : aggregate + "-" + value,
                                versions("aggregates", MINUTE))
                        .toStream()
                        .to("out"));
    }

    private static Program optimized() {
        return dsl(
                        "versioned table optimized",
                        TABLE,
                        WORDS,
                        builder -> versioned(builder).toStream().to("out"))
                .with("topology.optimization", "all");
    }

    // ---- joins ----

    private static Program joined(String name, boolean left, UnaryOperator<KTable<String, String>> derivation) {
        return dsl(name, TABLE, TWO, builder -> {
            KTable<String, String> table = derivation.apply(versioned(builder));
            var stream = builder.<String, String>stream("stream");
            (left
                            ? stream.leftJoin(table, (value, row) -> value + row)
                            : stream.join(table, (value, row) -> value + row))
                    .to("out");
        });
    }

    private static Joined<String, String, String> joinedFor(Duration grace) {
        return Joined.<String, String, String>keySerde(Serdes.String()).withGracePeriod(grace);
    }

    /** The reference fails when a record that is to wait has no key. */
    private static Program grace(String name, boolean left, Joined<String, String, String> joined) {
        return dsl(name, GRACE, KEYED, builder -> {
            KTable<String, String> table = versioned(builder);
            var stream = builder.<String, String>stream("stream");
            (left
                            ? stream.leftJoin(table, (value, row) -> value + row, joined)
                            : stream.join(table, (value, row) -> value + row, joined))
                    .to("out");
        });
    }

    private static Program graceBehindTopic() {
        Consumer<StreamsBuilder> definition = builder -> {
            KTable<String, Long> table = counted(builder).mapValues(value -> value * 10);
            builder.<String, String>stream("stream")
                    .selectKey((key, value) -> value)
                    .join(
                            table,
                            (key, value, row) -> key + value + row,
                            Joined.<String, String, Long>with(Serdes.String(), Serdes.String(), null)
                                    .withGracePeriod(Duration.ofSeconds(10)))
                    .mapValues(value -> "<" + value + ">")
                    .to("out");
        };
        return dsl("versioned aggregate joined with grace behind a topic", GRACE, TWO, definition);
    }

    private interface Joining {
        KTable<String, String> of(KTable<String, String> left, KTable<String, String> right);

        static KTable<String, String> inner(KTable<String, String> left, KTable<String, String> right) {
            return left.join(right, (one, other) -> one + other);
        }

        static KTable<String, String> left(KTable<String, String> left, KTable<String, String> right) {
            return left.leftJoin(right, (one, other) -> one + other);
        }

        static KTable<String, String> outer(KTable<String, String> left, KTable<String, String> right) {
            return left.outerJoin(right, (one, other) -> one + other);
        }
    }

    private static Program tables(String name, boolean leftVersioned, boolean rightVersioned, Joining joining) {
        return dsl(
                name,
                TABLE,
                TWO,
                builder -> joining.of(
                                table(builder, "in", leftVersioned ? versions("left", MINUTE) : rows("left")),
                                table(builder, "stream", rightVersioned ? versions("right", MINUTE) : rows("right")))
                        .toStream()
                        .to("out"));
    }

    private static KTable<String, String> table(
            StreamsBuilder builder, String topic, Materialized<String, String, KeyValueStore<Bytes, byte[]>> store) {
        return builder.table(topic, Consumed.with(Serdes.String(), Serdes.String()), store);
    }

    /** Makes a value louder, and names who is not there. */
    private static final class Exclaiming implements ValueTransformerWithKey<String, String, String> {
        @Override
        public void init(ProcessorContext context) {}

        @Override
        public String transform(String key, String value) {
            return value == null ? "no " + key : value + "!";
        }

        @Override
        public void close() {}
    }

    private static Materialized<String, String, KeyValueStore<Bytes, byte[]>> rows(String name) {
        return Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.String());
    }

    private static KTable<String, String> versioned(StreamsBuilder builder) {
        return builder.table("in", Consumed.with(Serdes.String(), Serdes.String()), versions("versions", MINUTE));
    }

    private static Materialized<String, String, KeyValueStore<Bytes, byte[]>> versions(
            String name, Duration retention) {
        return Materialized.<String, String>as(Stores.persistentVersionedKeyValueStore(name, retention))
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.String());
    }
}
