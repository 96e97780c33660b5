package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;
import static dev.millrace.conformance.program.Program.optimized;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.kstream.JoinWindows;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.streams.kstream.StreamJoined;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;

/** Joins of streams with streams. */
final class StreamJoinPrograms {
    private static final List<Input> TWO = List.of(Input.words("left"), Input.words("right"));
    private static final List<Input> ONE = List.of(Input.words("left"));
    private static final Duration NEAR = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final JoinWindows WINDOWS = JoinWindows.ofTimeDifferenceAndGrace(NEAR, GRACE);
    private static final JoinWindows NO_GRACE = JoinWindows.ofTimeDifferenceWithNoGrace(NEAR);
    private static final JoinWindows LOPSIDED =
            WINDOWS.before(Duration.ofSeconds(2)).after(Duration.ofSeconds(20));
    private static final JoinWindows ASIDE =
            WINDOWS.before(Duration.ofSeconds(-1)).after(Duration.ofSeconds(12));
    private static final JoinWindows EXACT = JoinWindows.ofTimeDifferenceAndGrace(Duration.ZERO, GRACE);
    private static final JoinWindows BEFORE = WINDOWS.after(Duration.ZERO).before(Duration.ofSeconds(30));

    @SuppressWarnings("deprecation")
    private static final JoinWindows EAGER = JoinWindows.of(NEAR).grace(GRACE);

    @SuppressWarnings("deprecation")
    private static final JoinWindows EAGER_FOR_A_DAY = JoinWindows.of(NEAR);

    private static final ValueJoiner<String, String, String> BOTH = (left, right) -> left + "+" + right;
    private static final String JOIN = "KStream.join(KStream)";
    private static final String LEFT = "KStream.leftJoin(KStream)";
    private static final String OUTER = "KStream.outerJoin(KStream)";

    private StreamJoinPrograms() {}

    static List<Program> all() {
        List<Program> programs = new ArrayList<>();
        withOptions(programs);
        withStores(programs);
        withTopics(programs);
        withItself(programs);
        programs = new ArrayList<>(keeping(NO_GRACE, programs));
        ofWindows(programs);
        return programs;
    }

    // ---- windows ----

    private static void ofWindows(List<Program> programs) {
        Map.of(
                        "windows", WINDOWS,
                        "no grace", NO_GRACE,
                        "lopsided", LOPSIDED,
                        "aside", ASIDE,
                        "exact", EXACT,
                        "before", BEFORE,
                        "eager", EAGER,
                        "eager for a day", EAGER_FOR_A_DAY)
                .forEach((name, windows) -> programs.addAll(of("stream-stream, " + name + ", ", windows)));
    }

    private static List<Program> of(String name, JoinWindows windows) {
        List<Program> programs = List.of(
                dsl(
                        name + "join",
                        Set.of(JOIN),
                        TWO,
                        builder -> left(builder)
                                .join(right(builder), BOTH, windows)
                                .to("out")),
                dsl(
                        name + "leftJoin",
                        Set.of(LEFT),
                        TWO,
                        builder -> left(builder)
                                .leftJoin(right(builder), BOTH, windows)
                                .to("out")),
                dsl(
                        name + "outerJoin",
                        Set.of(OUTER),
                        TWO,
                        builder -> left(builder)
                                .outerJoin(right(builder), BOTH, windows)
                                .to("out")));
        return keeping(windows, programs);
    }

    private static List<Program> keeping(JoinWindows windows, List<Program> programs) {
        // The stores of a join at equal times cannot be read: the reference makes no windows without an extent.
        Duration kept = Duration.ofMillis(windows.size() == 0 ? 0 : windows.size() + windows.gracePeriodMs());
        return programs.stream().map(program -> program.keeping(kept)).toList();
    }

    // ---- overloads and names ----

    private static void withOptions(List<Program> programs) {
        StreamJoined<String, String, String> named =
                StreamJoined.with(Serdes.String(), Serdes.String(), Serdes.String());
        programs.add(dsl("stream-stream join with key", Set.of(JOIN), TWO, builder -> {
            left(builder)
                    .join(right(builder), (key, l, r) -> key + l + r, WINDOWS)
                    .to("out");
            left(builder)
                    .join(right(builder), (key, l, r) -> key + l + r, WINDOWS, named.withName("joining"))
                    .to("named");
            left(builder).join(right(builder), BOTH, WINDOWS, named).to("unnamed");
        }));
        programs.add(dsl("stream-stream leftJoin with key", Set.of(LEFT), TWO, builder -> {
            left(builder)
                    .leftJoin(right(builder), (key, l, r) -> key + l + r, WINDOWS)
                    .to("out");
            left(builder)
                    .leftJoin(right(builder), (key, l, r) -> key + l + r, WINDOWS, named.withName("joining"))
                    .to("named");
            left(builder).leftJoin(right(builder), BOTH, WINDOWS, named).to("unnamed");
        }));
        programs.add(dsl("stream-stream outerJoin with key", Set.of(OUTER), TWO, builder -> {
            left(builder)
                    .outerJoin(right(builder), (key, l, r) -> key + l + r, WINDOWS)
                    .to("out");
            left(builder)
                    .outerJoin(right(builder), (key, l, r) -> key + l + r, WINDOWS, named.withName("joining"))
                    .to("named");
            left(builder).outerJoin(right(builder), BOTH, WINDOWS, named).to("unnamed");
        }));
        programs.add(dsl(
                "stream-stream join of three",
                Set.of(JOIN, LEFT),
                TWO,
                builder -> left(builder)
                        .join(right(builder), BOTH, WINDOWS)
                        .leftJoin(left(builder), BOTH, NO_GRACE)
                        .to("out")));
    }

    // ---- stores ----

    private static void withStores(List<Program> programs) {
        StreamJoined<String, String, String> stored = StreamJoined.as("kept");
        programs.add(dsl(
                "stream-stream join, named stores",
                Set.of(JOIN),
                TWO,
                builder -> left(builder)
                        .join(right(builder), BOTH, WINDOWS, stored)
                        .to("out")));
        programs.add(dsl(
                "stream-stream leftJoin, named stores",
                Set.of(LEFT),
                TWO,
                builder -> left(builder)
                        .leftJoin(right(builder), BOTH, WINDOWS, stored)
                        .to("out")));
        programs.add(dsl(
                "stream-stream outerJoin, named stores and step",
                Set.of(OUTER),
                TWO,
                builder -> left(builder)
                        .outerJoin(
                                right(builder),
                                BOTH,
                                WINDOWS,
                                stored.withStoreName("c").withName("joining"))
                        .to("out")));
        programs.add(dsl(
                "stream-stream join, serdes",
                Set.of(OUTER),
                TWO,
                builder -> left(builder)
                        .mapValues(value -> (long) value.hashCode())
                        .outerJoin(
                                right(builder).mapValues(String::length),
                                (l, r) -> l + ":" + r,
                                WINDOWS,
                                StreamJoined.<String, Long, Integer>with(BuiltInDslStoreSuppliers.ROCKS_DB)
                                        .withKeySerde(Serdes.String())
                                        .withValueSerde(Serdes.Long())
                                        .withOtherValueSerde(Serdes.Integer()))
                        .to("out")));
        programs.add(dsl(
                "stream-stream join, not logged",
                Set.of(OUTER),
                TWO,
                builder -> left(builder)
                        .outerJoin(right(builder), BOTH, WINDOWS, stored.withLoggingDisabled())
                        .to("out")));
        programs.add(dsl(
                "stream-stream join, logged",
                Set.of(OUTER),
                TWO,
                builder -> left(builder)
                        .outerJoin(
                                right(builder), BOTH, WINDOWS, stored.withLoggingEnabled(Map.of("retention.ms", "1")))
                        .to("out")));
        programs.add(dsl("stream-stream join, suppliers", Set.of(JOIN, LEFT, OUTER), TWO, builder -> {
            left(builder)
                    .outerJoin(right(builder), BOTH, WINDOWS, StreamJoined.with(onDisk("a"), inMemory("b")))
                    .to("out");
            left(builder)
                    .leftJoin(right(builder), BOTH, WINDOWS, stored.withThisStoreSupplier(inMemory("c")))
                    .to("out");
            left(builder)
                    .join(right(builder), BOTH, WINDOWS, stored.withOtherStoreSupplier(inMemory("d")))
                    .to("out");
        }));
        programs.add(dsl(
                "stream-stream join, stamped suppliers",
                Set.of(OUTER),
                TWO,
                builder -> left(builder)
                        .outerJoin(
                                right(builder),
                                BOTH,
                                WINDOWS,
                                StreamJoined.with(
                                        Stores.persistentTimestampedWindowStore("a", WINDOWS_KEPT, WINDOWS_SIZE, true),
                                        onDisk("b")))
                        .to("out")));
        programs.add(dsl(
                "stream-stream join in memory",
                Set.of(OUTER),
                TWO,
                builder -> left(builder)
                        .outerJoin(
                                right(builder),
                                BOTH,
                                WINDOWS,
                                stored.withDslStoreSuppliers(BuiltInDslStoreSuppliers.IN_MEMORY))
                        .to("out")));
        programs.addAll(of("stream-stream in configured memory, ", WINDOWS).stream()
                .map(program -> program.with(
                        StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
                        BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class))
                .toList());
    }

    private static final Duration WINDOWS_SIZE = NEAR.multipliedBy(2);
    private static final Duration WINDOWS_KEPT = WINDOWS_SIZE.plus(GRACE);

    private static WindowBytesStoreSupplier onDisk(String name) {
        return Stores.persistentWindowStore(name, WINDOWS_KEPT, WINDOWS_SIZE, true);
    }

    private static WindowBytesStoreSupplier inMemory(String name) {
        return Stores.inMemoryWindowStore(name, WINDOWS_KEPT, WINDOWS_SIZE, true);
    }

    // ---- repartitioning ----

    private static void withTopics(List<Program> programs) {
        programs.add(dsl("stream-stream join of new keys", Set.of(JOIN, LEFT, OUTER), TWO, builder -> {
            KStream<String, String> rekeyed = left(builder).selectKey((key, value) -> value);
            rekeyed.join(right(builder), BOTH, WINDOWS).to("a");
            right(builder).leftJoin(rekeyed, BOTH, WINDOWS).to("b");
            rekeyed.outerJoin(right(builder).selectKey((key, value) -> value), BOTH, WINDOWS)
                    .to("c");
        }));
        programs.add(dsl("stream-stream outerJoin of new keys, named", Set.of(OUTER), TWO, builder -> {
            KStream<String, String> rekeyed = left(builder).selectKey((key, value) -> value);
            StreamJoined<String, String, String> named = StreamJoined.with(Serdes.String(), Serdes.String(), null);
            rekeyed.outerJoin(right(builder), BOTH, WINDOWS, named.withName("one"))
                    .to("a");
            rekeyed.join(right(builder).selectKey((key, value) -> value), BOTH, WINDOWS, named.withName("two"))
                    .to("b");
            rekeyed.leftJoin(right(builder), BOTH, WINDOWS).to("c");
        }));
        String several = "single.store.self.join, merge.repartition.topics";
        for (String optimization : List.of("none", "merge.repartition.topics", "all", several)) {
            programs.add(merging("stream-stream joins and counts of a new key, " + optimization, optimization));
        }
    }

    private static Program merging(String name, String optimization) {
        return optimized(name, Set.of(JOIN, LEFT), TWO, optimization, builder -> {
            KStream<String, String> rekeyed = left(builder).selectKey((key, value) -> value);
            rekeyed.groupByKey().count().toStream().mapValues(String::valueOf).to("counts");
            rekeyed.filter((key, value) -> value == null || !value.isEmpty())
                    .leftJoin(right(builder), BOTH, WINDOWS)
                    .to("a");
            rekeyed.join(right(builder), BOTH, WINDOWS).to("b");
            rekeyed.peek((key, value) -> {})
                    .groupByKey()
                    .reduce(BOTH::apply)
                    .toStream()
                    .to("c");
        });
    }

    // ---- self-joins ----

    private static void withItself(List<Program> programs) {
        for (String optimization : List.of("none", "single.store.self.join", "all")) {
            String name = "stream-stream self-join, " + optimization;
            programs.add(optimized(
                    name,
                    Set.of(JOIN),
                    ONE,
                    optimization,
                    builder -> left(builder).join(left(builder), BOTH, WINDOWS).to("out")));
            programs.add(optimized(
                    name + ", eager",
                    Set.of(JOIN),
                    ONE,
                    optimization,
                    builder -> left(builder)
                            .join(
                                    left(builder),
                                    BOTH,
                                    EAGER,
                                    StreamJoined.<String, String, String>as("kept")
                                            .withName("self"))
                            .to("out")));
            programs.add(optimized(name + ", lopsided", Set.of(JOIN), ONE, optimization, builder -> {
                KStream<String, String> mapped = left(builder).mapValues(value -> value + "!");
                mapped.join(mapped, (key, one, other) -> key + one + other, LOPSIDED)
                        .to("out");
            }));
            programs.add(optimized(name + ", left and outer", Set.of(LEFT, OUTER), ONE, optimization, builder -> {
                left(builder).leftJoin(left(builder), BOTH, WINDOWS).to("out-left");
                left(builder).outerJoin(left(builder), BOTH, WINDOWS).to("out-outer");
            }));
            programs.add(optimized(
                    name + ", on one side",
                    Set.of(JOIN),
                    ONE,
                    optimization,
                    builder -> left(builder)
                            .filter((key, value) -> true)
                            .join(left(builder), BOTH, WINDOWS)
                            .to("out")));
            programs.add(optimized(name + ", repartitioned", Set.of(JOIN), ONE, optimization, builder -> {
                KStream<String, String> again = left(builder).repartition(Repartitioned.as("again"));
                again.join(again, BOTH, WINDOWS)
                        .join(again.filter((key, value) -> true, Named.as("filter")), BOTH, WINDOWS)
                        .to("out");
            }));
        }
    }

    private static KStream<String, String> left(StreamsBuilder builder) {
        return builder.stream("left");
    }

    private static KStream<String, String> right(StreamsBuilder builder) {
        return builder.stream("right");
    }
}
