package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.Joined;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.query.MultiVersionedKeyQuery;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;
import dev.millrace.streams.query.VersionedKeyQuery;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.VersionedKeyValueStore;
import dev.millrace.streams.state.VersionedRecordIterator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Versioned stores that the user supplies: what is done to them, and what comes out. */
final class SuppliedVersionPrograms {
    private static final Set<String> STORE = Set.of("VersionedKeyValueStore");
    private static final Set<String> TABLE = Set.of("Materialized.as(VersionedBytesStoreSupplier)");
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> TWO = List.of(Input.words("in"), Input.words("stream"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private SuppliedVersionPrograms() {}

    static List<Program> all() {
        return List.of(
                store("supplied versions", false, builder -> builder),
                store("supplied persistent versions", true, builder -> builder),
                store("supplied versions unlogged", false, StoreBuilder::withLoggingDisabled),
                queried("supplied versions without queries", false),
                queried("supplied versions queried", true),
                table("supplied versions in a table", table -> table),
                table(
                        "supplied versions of a filtered table",
                        table -> table.filter((key, value) -> value.equals("a"))),
                table(
                        "supplied versions mapped into more",
                        table -> table.mapValues(value -> value + "!", versions("more"))),
                dsl(
                                "supplied versions grouped",
                                TABLE,
                                WORDS,
                                builder -> table(builder)
                                        .groupBy(
                                                (key, value) -> KeyValue.pair(value, key),
                                                Grouped.with(Serdes.String(), Serdes.String()))
                                        .reduce((all, next) -> all + "+" + next, (all, gone) -> all + "-" + gone)
                                        .toStream()
                                        .to("out"))
                        .unasked(),
                dsl(
                                "supplied versions of an aggregate",
                                TABLE,
                                WORDS,
                                builder -> builder.<String, String>stream("in")
                                        .groupByKey()
                                        .count(Materialized.<String, Long>as(
                                                new VersionedMap.Supplier("counts", MINUTE, false, false)))
                                        .toStream()
                                        .to("out", Produced.with(Serdes.String(), Serdes.Long())))
                        .unasked(),
                dsl(
                                "supplied versions joined with grace",
                                TABLE,
                                TWO,
                                builder -> builder.<String, String>stream("stream")
                                        .filter((key, value) -> key != null)
                                        .leftJoin(
                                                table(builder),
                                                (value, row) -> value + row,
                                                Joined.<String, String, String>keySerde(Serdes.String())
                                                        .withGracePeriod(Duration.ofSeconds(5)))
                                        .to("out"))
                        .unasked());
    }

    // ---- the store ----

    private static Program store(
            String name,
            boolean persistent,
            UnaryOperator<StoreBuilder<VersionedKeyValueStore<String, String>>> options) {
        return dsl(name, STORE, WORDS, builder -> {
                    builder.addStateStore(options.apply(builder(persistent, false)));
                    builder.<String, String>stream("in")
                            .process(Use::new, "store")
                            .to("out");
                })
                .unasked();
    }

    private static StoreBuilder<VersionedKeyValueStore<String, String>> builder(boolean persistent, boolean queried) {
        return Stores.versionedKeyValueStoreBuilder(
                new VersionedMap.Supplier("store", MINUTE, persistent, queried), Serdes.String(), Serdes.String());
    }

    /** Puts and deletes versions, and asks for the past. */
    private static final class Use extends Answering {
        @Override
        void use(Record<String, String> found) {
            VersionedKeyValueStore<String, String> store = context().getStateStore("store");
            say(
                    "c".equals(found.value())
                            ? "deleted " + store.delete(found.key(), found.timestamp())
                            : "put " + store.put(found.key(), found.value(), found.timestamp()));
            say(store.get(found.key()));
            say(store.get(found.key(), found.timestamp() - 4_000));
            say(store.name() + store.persistent() + store.isOpen());
        }
    }

    // ---- queries ----

    private static Program queried(String name, boolean answers) {
        return dsl(name, STORE, WORDS, builder -> {
                    builder.addStateStore(builder(false, answers));
                    builder.<String, String>stream("in")
                            .process(Ask::new, "store")
                            .to("out");
                })
                .unasked();
    }

    /** A query of a type of the user's own. */
    private static final class Other implements Query<String> {}

    /** Puts versions, and asks by queries. */
    private static final class Ask extends Answering {
        @Override
        void use(Record<String, String> found) {
            VersionedKeyValueStore<String, String> store = context().getStateStore("store");
            store.put(found.key(), found.value(), found.timestamp());
            say(store.getPosition());
            VersionedKeyQuery<String, String> one = VersionedKeyQuery.withKey(found.key());
            say(answer(store, one));
            say(answer(store, one.asOf(Instant.ofEpochMilli(found.timestamp() - 4_000))));
            MultiVersionedKeyQuery<String, String> several = MultiVersionedKeyQuery.withKey(found.key());
            say(answer(store, several));
            say(answer(store, new Other()));
            say(answer(store, several.withAscendingTimestamps().fromTime(Instant.ofEpochMilli(found.timestamp()))));
        }

        private static String answer(VersionedKeyValueStore<String, String> store, Query<?> query) {
            QueryResult<?> answer = store.query(query, PositionBound.unbounded(), new QueryConfig(true));
            String info = " told=" + answer.getExecutionInfo().contains("asked a map")
                    + !answer.getExecutionInfo().isEmpty() + " at " + answer.getPosition();
            if (answer.isFailure()) {
                return answer.getFailureReason() + info;
            }
            return text(answer.getResult()) + info;
        }

        private static String text(Object result) {
            if (!(result instanceof VersionedRecordIterator<?> versions)) {
                return String.valueOf(result);
            }
            StringBuilder all = new StringBuilder();
            try (versions) {
                versions.forEachRemaining(all::append);
            }
            return all.toString();
        }
    }

    // ---- tables ----

    private static Program table(String name, UnaryOperator<KTable<String, String>> derivation) {
        return dsl(
                        name,
                        TABLE,
                        WORDS,
                        builder -> derivation.apply(table(builder)).toStream().to("out"))
                .unasked();
    }

    private static KTable<String, String> table(StreamsBuilder builder) {
        return builder.table("in", Consumed.with(Serdes.String(), Serdes.String()), versions("versions"));
    }

    private static Materialized<String, String, KeyValueStore<Bytes, byte[]>> versions(String name) {
        return Materialized.<String, String>as(new VersionedMap.Supplier(name, MINUTE, false, false))
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.String());
    }
}
