package dev.millrace.topology.corpus;

import static dev.millrace.topology.corpus.StreamPrograms.in;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.JoinWindows;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.streams.kstream.StreamJoined;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;

/** Programs that join streams with streams. */
final class StreamJoinPrograms {
    private static final Duration NEAR = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final JoinWindows WINDOWS = JoinWindows.ofTimeDifferenceAndGrace(NEAR, GRACE);

    @SuppressWarnings("deprecation")
    private static final JoinWindows EAGER = JoinWindows.of(NEAR);

    private static final ValueJoiner<String, String, String> LEFT = (left, right) -> left;

    private StreamJoinPrograms() {}

    private static StreamJoined<String, String, String> named(String name) {
        return StreamJoined.<String, String, String>with(Serdes.String(), Serdes.String(), Serdes.String())
                .withName(name);
    }

    private static StreamJoined<String, String, String> stored(String name) {
        return StreamJoined.as(name);
    }

    private static WindowBytesStoreSupplier onDisk(String name) {
        return Stores.persistentWindowStore(name, NEAR.plus(NEAR).plus(GRACE), NEAR.plus(NEAR), true);
    }

    private static WindowBytesStoreSupplier inMemory(String name) {
        return Stores.inMemoryWindowStore(name, NEAR.plus(NEAR).plus(GRACE), NEAR.plus(NEAR), true);
    }

    static void addTo(Corpus corpus) {
        addKinds(corpus, "stream-join", WINDOWS);
        addKinds(corpus, "stream-join-eager", EAGER);
        addStores(corpus);
        addTopics(corpus);
        for (String optimization : List.of("none", "all", "single.store.self.join")) {
            addSelfJoins(corpus, optimization);
        }
    }

    private static void addKinds(Corpus corpus, String name, JoinWindows windows) {
        corpus.dsl(name + "-inner", b -> in(b).join(other(b), LEFT, windows).to("out"));
        corpus.dsl(
                name + "-inner-with-key",
                b -> in(b).join(other(b), (key, l, r) -> key, windows).to("out"));
        corpus.dsl(name + "-left", b -> in(b).leftJoin(other(b), LEFT, windows).to("out"));
        corpus.dsl(
                name + "-outer", b -> in(b).outerJoin(other(b), LEFT, windows).to("out"));
        corpus.dsl(
                name + "-inner-named",
                b -> in(b).join(other(b), LEFT, windows, named("joining")).to("out"));
        corpus.dsl(
                name + "-left-named",
                b -> in(b).leftJoin(other(b), LEFT, windows, named("joining")).to("out"));
        corpus.dsl(
                name + "-outer-named",
                b -> in(b).outerJoin(other(b), LEFT, windows, named("joining")).to("out"));
        corpus.dsl(
                name + "-chained",
                b -> in(b).join(other(b), LEFT, windows)
                        .leftJoin(third(b), LEFT, windows)
                        .outerJoin(in(b), LEFT, windows, named("last"))
                        .to("out"));
        corpus.dsl(
                name + "-then-count",
                b -> in(b).join(other(b), LEFT, windows).groupByKey().count());
    }

    private static void addStores(Corpus corpus) {
        corpus.dsl(
                "stream-join-stored-inner",
                b -> in(b).join(other(b), LEFT, WINDOWS, stored("kept")).to("out"));
        corpus.dsl(
                "stream-join-stored-left",
                b -> in(b).leftJoin(other(b), LEFT, WINDOWS, stored("kept")).to("out"));
        corpus.dsl(
                "stream-join-stored-outer",
                b -> in(b).outerJoin(other(b), LEFT, WINDOWS, stored("kept")).to("out"));
        corpus.dsl(
                "stream-join-stored-and-named",
                b -> in(b).outerJoin(other(b), LEFT, WINDOWS, stored("kept").withName("joining"))
                        .to("out"));
        corpus.dsl(
                "stream-join-stored-not-logged",
                b -> in(b).leftJoin(other(b), LEFT, WINDOWS, stored("kept").withLoggingDisabled())
                        .to("out"));
        corpus.dsl(
                "stream-join-stored-logged",
                b -> in(b).leftJoin(other(b), LEFT, WINDOWS, stored("kept").withLoggingEnabled(Map.of()))
                        .to("out"));
        corpus.dsl(
                "stream-join-stored-in-memory",
                b -> in(b).outerJoin(
                                other(b),
                                LEFT,
                                WINDOWS,
                                StreamJoined.<String, String, String>with(BuiltInDslStoreSuppliers.IN_MEMORY))
                        .to("out"));
        corpus.dsl(
                "stream-join-supplied-inner",
                b -> in(b).join(other(b), LEFT, WINDOWS, StreamJoined.with(onDisk("a"), inMemory("b")))
                        .to("out"));
        corpus.dsl(
                "stream-join-supplied-left",
                b -> in(b).leftJoin(other(b), LEFT, WINDOWS, StreamJoined.with(inMemory("a"), onDisk("b")))
                        .to("out"));
        corpus.dsl(
                "stream-join-supplied-outer",
                b -> in(b).outerJoin(other(b), LEFT, WINDOWS, StreamJoined.with(onDisk("a"), onDisk("b")))
                        .to("out"));
        corpus.dsl(
                "stream-join-supplied-this",
                b -> in(b).outerJoin(other(b), LEFT, WINDOWS, stored("kept").withThisStoreSupplier(onDisk("a")))
                        .to("out"));
        corpus.dsl(
                "stream-join-supplied-other",
                b -> in(b).outerJoin(other(b), LEFT, WINDOWS, stored("kept").withOtherStoreSupplier(onDisk("a")))
                        .to("out"));
    }

    private static void addTopics(Corpus corpus) {
        corpus.dsl(
                "stream-join-rekeyed-left",
                b -> rekeyed(b).join(other(b), LEFT, WINDOWS).to("out"));
        corpus.dsl(
                "stream-join-rekeyed-right",
                b -> other(b).leftJoin(rekeyed(b), LEFT, WINDOWS).to("out"));
        corpus.dsl(
                "stream-join-rekeyed-both",
                b -> rekeyed(b)
                        .outerJoin(other(b).map(KeyValue::pair), LEFT, WINDOWS)
                        .to("out"));
        corpus.dsl(
                "stream-join-rekeyed-both-named",
                b -> rekeyed(b)
                        .leftJoin(other(b).map(KeyValue::pair), LEFT, WINDOWS, named("joining"))
                        .to("out"));
        corpus.dsl("stream-join-rekeyed-twice", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.join(other(b), LEFT, WINDOWS).to("a");
            third(b).join(rekeyed, LEFT, WINDOWS).to("b");
        });
        corpus.dsl("stream-join-rekeyed-first-named", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.join(other(b), LEFT, WINDOWS, named("joining")).to("a");
            rekeyed.join(third(b), LEFT, WINDOWS).to("b");
        });
        corpus.dsl("stream-join-rekeyed-second-named", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.join(other(b), LEFT, WINDOWS).to("a");
            rekeyed.join(third(b), LEFT, WINDOWS, named("joining")).to("b");
            rekeyed.leftJoin(third(b), LEFT, WINDOWS).to("c");
        });
        corpus.dsl("stream-join-rekeyed-and-table-join", b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.join(b.<String, String>table("table"), LEFT).to("a");
            rekeyed.join(other(b), LEFT, WINDOWS).to("b");
        });
        corpus.dsl(
                "stream-join-repartitioned",
                b -> in(b).repartition(Repartitioned.as("again"))
                        .join(other(b).repartition(), LEFT, WINDOWS)
                        .to("out"));
    }

    private static void addSelfJoins(Corpus corpus, String optimization) {
        String name = "self-join-" + optimization;
        corpus.optimized(
                name, optimization, b -> in(b).join(in(b), LEFT, WINDOWS).to("out"));
        corpus.optimized(
                name + "-named",
                optimization,
                b -> in(b).join(in(b), LEFT, EAGER, named("self")).to("out"));
        corpus.optimized(
                name + "-left",
                optimization,
                b -> in(b).leftJoin(in(b), LEFT, WINDOWS, stored("kept")).to("out"));
        corpus.optimized(
                name + "-outer",
                optimization,
                b -> in(b).outerJoin(in(b), LEFT, WINDOWS, StreamJoined.with(onDisk("a"), inMemory("b")))
                        .to("out"));
        corpus.optimized(name + "-mapped", optimization, b -> {
            KStream<String, String> mapped = in(b).mapValues(value -> value);
            mapped.join(mapped, LEFT, WINDOWS).to("out");
        });
        corpus.optimized(
                name + "-one-side",
                optimization,
                b -> in(b).join(in(b).mapValues(v -> v), LEFT, WINDOWS).to("out"));
        corpus.optimized(
                name + "-chained",
                optimization,
                b -> in(b).join(in(b), LEFT, WINDOWS).join(in(b), LEFT, WINDOWS).to("out"));
        corpus.optimized(name + "-of-join", optimization, b -> {
            KStream<String, String> joined = in(b).join(other(b), LEFT, WINDOWS);
            joined.join(joined, LEFT, WINDOWS).to("out");
        });
        corpus.optimized(name + "-of-merge", optimization, b -> {
            KStream<String, String> merged = in(b).merge(other(b));
            merged.join(merged, LEFT, WINDOWS).to("out");
        });
        corpus.optimized(name + "-twice", optimization, b -> {
            in(b).join(in(b), LEFT, WINDOWS).to("a");
            in(b).join(in(b), LEFT, WINDOWS).to("b");
        });
        corpus.optimized(name + "-rekeyed", optimization, b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.join(rekeyed, LEFT, WINDOWS).to("out");
        });
        corpus.optimized(name + "-rekeyed-named", optimization, b -> {
            KStream<String, String> rekeyed = rekeyed(b);
            rekeyed.join(rekeyed, LEFT, WINDOWS, named("self")).to("out");
        });
        corpus.optimized(name + "-repartitioned", optimization, b -> {
            KStream<String, String> again = in(b).repartition();
            again.join(again, LEFT, WINDOWS).to("out");
        });
        corpus.optimized(
                name + "-then-group",
                optimization,
                b -> in(b).join(in(b), LEFT, WINDOWS)
                        .groupBy((key, value) -> value)
                        .count());
    }

    private static KStream<String, String> rekeyed(StreamsBuilder builder) {
        return in(builder).selectKey((key, value) -> value);
    }

    private static KStream<String, String> other(StreamsBuilder builder) {
        return builder.stream("other");
    }

    private static KStream<String, String> third(StreamsBuilder builder) {
        return builder.stream("third");
    }
}
