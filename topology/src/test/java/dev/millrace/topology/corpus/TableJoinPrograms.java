package dev.millrace.topology.corpus;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.TableJoined;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.kstream.ValueTransformerWithKey;
import dev.millrace.streams.kstream.ValueTransformerWithKeySupplier;
import dev.millrace.streams.processor.ProcessorContext;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Programs that join tables, by key and by foreign key, and that transform their values. */
final class TableJoinPrograms {
    private static final ValueJoiner<String, String, String> JOINER = (left, right) -> left + right;
    private static final Function<String, String> FOREIGN_KEY = Function.identity();
    private static final BiFunction<String, String, String> BY_KEY = String::concat;
    private static final ValueTransformerWithKeySupplier<String, String, String> TRANSFORMER = Same::new;

    private TableJoinPrograms() {}

    static void addTo(Corpus corpus) {
        addJoins(corpus);
        addChains(corpus);
        addForeignKeyJoins(corpus);
        addForeignKeyChains(corpus);
        addTransformations(corpus);
    }

    // ---- by key ----

    private static void addJoins(Corpus corpus) {
        join(corpus, "inner", (left, right) -> left.join(right, JOINER));
        join(corpus, "inner-named", (left, right) -> left.join(right, JOINER, Named.as("joined")));
        join(corpus, "inner-stored", (left, right) -> left.join(right, JOINER, store("rows")));
        join(corpus, "inner-with-serdes", (left, right) -> left.join(right, JOINER, serdes()));
        join(corpus, "inner-both", (left, right) -> left.join(right, JOINER, Named.as("joined"), store("rows")));
        join(corpus, "left", (left, right) -> left.leftJoin(right, JOINER));
        join(corpus, "left-named", (left, right) -> left.leftJoin(right, JOINER, Named.as("joined")));
        join(corpus, "left-stored", (left, right) -> left.leftJoin(right, JOINER, store("rows")));
        join(corpus, "left-both", (left, right) -> left.leftJoin(right, JOINER, Named.as("joined"), serdes()));
        join(corpus, "outer", (left, right) -> left.outerJoin(right, JOINER));
        join(corpus, "outer-named", (left, right) -> left.outerJoin(right, JOINER, Named.as("joined")));
        join(corpus, "outer-with-serdes", (left, right) -> left.outerJoin(right, JOINER, serdes()));
        join(corpus, "outer-both", (left, right) -> left.outerJoin(right, JOINER, Named.as("joined"), store("rows")));
    }

    private static void addChains(Corpus corpus) {
        join(
                corpus,
                "filtered",
                (left, right) -> left.filter((key, value) -> true)
                        .join(right.mapValues(value -> value), JOINER)
                        .filterNot((key, value) -> true, store("filtered")));
        corpus.dsl(
                "table-join-of-stored",
                builder -> out(builder.<String, String>table("left", store("lefts"))
                        .join(builder.<String, String>table("right", store("rights")), JOINER)));
        corpus.dsl(
                "table-join-of-named",
                builder -> out(builder.<String, String>table("left", Consumed.<String, String>as("lefts"))
                        .join(right(builder), JOINER)));
        corpus.dsl(
                "table-join-three",
                builder -> out(left(builder).join(right(builder), JOINER).leftJoin(third(builder), JOINER)));
        corpus.dsl(
                "table-join-right-join",
                builder -> out(
                        left(builder).join(right(builder).outerJoin(third(builder), JOINER, store("rows")), JOINER)));
        corpus.dsl(
                "table-join-grouped",
                builder -> left(builder)
                        .join(right(builder), JOINER)
                        .groupBy(KeyValue::pair)
                        .count());
        corpus.dsl("table-join-itself", builder -> {
            KTable<String, String> table = left(builder);
            out(table.join(table, JOINER));
        });
        corpus.dsl("table-join-itself-mapped", builder -> {
            KTable<String, String> table = left(builder);
            out(table.filter((key, value) -> true).outerJoin(table.mapValues(value -> value), JOINER));
        });
        corpus.dsl(
                "table-join-aggregates",
                builder -> out(builder.<String, String>stream("left")
                        .groupByKey()
                        .count()
                        .leftJoin(
                                builder.<String, String>stream("right")
                                        .selectKey((key, value) -> value)
                                        .groupByKey()
                                        .count(Named.as("counted")),
                                (one, other) -> "" + one + other)));
        corpus.dsl(
                "table-join-to-table",
                builder -> out(builder.<String, String>stream("left")
                        .toTable()
                        .join(builder.<String, String>stream("right").toTable(Named.as("rights")), JOINER)));
        corpus.dsl(
                "stream-join-joined-tables",
                builder -> builder.<String, String>stream("stream")
                        .join(left(builder).outerJoin(right(builder), JOINER), JOINER)
                        .to("out"));
    }

    private static void join(
            Corpus corpus,
            String name,
            BiFunction<KTable<String, String>, KTable<String, String>, KTable<String, String>> join) {
        corpus.dsl("table-join-" + name, builder -> out(join.apply(left(builder), right(builder))));
    }

    // ---- by foreign key ----

    private static void addForeignKeyJoins(Corpus corpus) {
        foreign(corpus, "inner", (left, right) -> left.join(right, FOREIGN_KEY, JOINER));
        foreign(
                corpus,
                "inner-named",
                (left, right) -> left.join(right, FOREIGN_KEY, JOINER, TableJoined.as("joined")));
        foreign(corpus, "inner-stored", (left, right) -> left.join(right, FOREIGN_KEY, JOINER, store("rows")));
        foreign(corpus, "inner-with-serdes", (left, right) -> left.join(right, FOREIGN_KEY, JOINER, serdes()));
        foreign(
                corpus,
                "inner-both",
                (left, right) -> left.join(right, FOREIGN_KEY, JOINER, TableJoined.as("joined"), store("rows")));
        foreign(corpus, "inner-by-both", (left, right) -> left.join(right, BY_KEY, JOINER));
        foreign(corpus, "inner-by-both-stored", (left, right) -> left.join(right, BY_KEY, JOINER, store("rows")));
        foreign(corpus, "left", (left, right) -> left.leftJoin(right, FOREIGN_KEY, JOINER));
        foreign(
                corpus,
                "left-named",
                (left, right) -> left.leftJoin(right, FOREIGN_KEY, JOINER, TableJoined.as("joined")));
        foreign(
                corpus,
                "left-both",
                (left, right) -> left.leftJoin(right, FOREIGN_KEY, JOINER, TableJoined.as("joined"), serdes()));
        foreign(corpus, "left-by-both", (left, right) -> left.leftJoin(right, BY_KEY, JOINER));
        foreign(
                corpus,
                "left-by-both-named",
                (left, right) -> left.leftJoin(right, BY_KEY, JOINER, TableJoined.as("joined")));
    }

    private static void addForeignKeyChains(Corpus corpus) {
        foreign(
                corpus,
                "filtered",
                (left, right) -> left.filter((key, value) -> true)
                        .join(right.filter((key, value) -> true), FOREIGN_KEY, JOINER)
                        .filter((key, value) -> true));
        corpus.dsl(
                "foreign-key-grouped",
                builder -> left(builder)
                        .join(right(builder), FOREIGN_KEY, JOINER)
                        .groupBy(KeyValue::pair)
                        .count());
        corpus.dsl(
                "foreign-key-named-and-grouped",
                builder -> left(builder)
                        .leftJoin(right(builder), FOREIGN_KEY, JOINER, TableJoined.as("joined"))
                        .groupBy(KeyValue::pair)
                        .count());
        corpus.dsl(
                "foreign-key-twice",
                builder -> out(left(builder)
                        .join(right(builder), FOREIGN_KEY, JOINER)
                        .join(third(builder), FOREIGN_KEY, JOINER)));
        corpus.dsl(
                "foreign-key-to-joined",
                builder -> out(left(builder).join(right(builder).join(third(builder), JOINER), FOREIGN_KEY, JOINER)));
        corpus.dsl(
                "foreign-key-of-joined",
                builder ->
                        out(left(builder).join(right(builder), JOINER).leftJoin(third(builder), FOREIGN_KEY, JOINER)));
        corpus.dsl("foreign-key-itself", builder -> {
            KTable<String, String> table = left(builder);
            out(table.join(table, FOREIGN_KEY, JOINER));
        });
        corpus.dsl(
                "foreign-key-stream-join",
                builder -> builder.<String, String>stream("stream")
                        .join(left(builder).join(right(builder), FOREIGN_KEY, JOINER), JOINER)
                        .to("out"));
        corpus.dsl(
                "foreign-key-aggregate",
                builder -> out(builder.<String, String>stream("left")
                        .groupBy((key, value) -> value)
                        .count()
                        .join(right(builder), count -> "" + count, (count, value) -> count + value)));
    }

    private static void foreign(
            Corpus corpus,
            String name,
            BiFunction<KTable<String, String>, KTable<String, String>, KTable<String, String>> join) {
        corpus.dsl("foreign-key-" + name, builder -> out(join.apply(left(builder), right(builder))));
    }

    // ---- values ----

    private static void addTransformations(Corpus corpus) {
        corpus.dsl("table-transform", builder -> out(left(builder).transformValues(TRANSFORMER)));
        corpus.dsl(
                "table-transform-named",
                builder -> out(left(builder).transformValues(TRANSFORMER, Named.as("transform"))));
        corpus.dsl("table-transform-stored", builder -> out(left(builder).transformValues(TRANSFORMER, store("rows"))));
        corpus.dsl("table-transform-with-serdes", builder -> out(left(builder).transformValues(TRANSFORMER, serdes())));
        corpus.dsl(
                "table-transform-both",
                builder -> out(left(builder).transformValues(TRANSFORMER, store("rows"), Named.as("transform"))));
        corpus.dsl("table-transform-with-stores", builder -> {
            builder.addStateStore(Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("mine"), Serdes.String(), Serdes.String()));
            out(left(builder).transformValues(TRANSFORMER, Named.as("transform"), "mine"));
        });
        corpus.dsl(
                "table-transform-grouped",
                builder -> left(builder)
                        .transformValues(TRANSFORMER)
                        .groupBy(KeyValue::pair)
                        .count());
        corpus.dsl(
                "table-transform-joined",
                builder -> out(right(builder).join(left(builder).transformValues(TRANSFORMER), JOINER)));
    }

    private static final class Same implements ValueTransformerWithKey<String, String, String> {
        @Override
        public void init(ProcessorContext context) {}

        @Override
        public String transform(String readOnlyKey, String value) {
            return value;
        }

        @Override
        public void close() {}
    }

    // ---- parts ----

    private static KTable<String, String> left(StreamsBuilder builder) {
        return builder.table("left");
    }

    private static KTable<String, String> right(StreamsBuilder builder) {
        return builder.table("right");
    }

    private static KTable<String, String> third(StreamsBuilder builder) {
        return builder.table("third");
    }

    private static Materialized<String, String, KeyValueStore<Bytes, byte[]>> store(String name) {
        return Materialized.as(name);
    }

    private static Materialized<String, String, KeyValueStore<Bytes, byte[]>> serdes() {
        return Materialized.with(Serdes.String(), Serdes.String());
    }

    private static void out(KTable<?, ?> table) {
        table.toStream().to("out");
    }
}
