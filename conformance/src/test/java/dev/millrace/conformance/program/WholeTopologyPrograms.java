package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;
import static dev.millrace.conformance.program.Program.papi;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;

/** Topologies of several parts: in which order the parts work, and what they share. */
final class WholeTopologyPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> TWO = List.of(Input.words("left"), Input.words("right"));

    private WholeTopologyPrograms() {}

    static List<Program> all() {
        return List.of(
                dsl(
                        "parts: after a repartition topic",
                        Set.of("KStream.repartition"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .process(ProcessorPrograms.Describe::new)
                                .repartition()
                                .process(ProcessorPrograms.Describe::new)
                                .to("out")),
                dsl("parts: stream time", Set.of("ProcessorContext.schedule"), TWO, builder -> {
                    builder.<String, String>stream("left")
                            .process(() -> new ProcessorPrograms.Tick(PunctuationType.STREAM_TIME, null))
                            .to("out");
                    builder.<String, String>stream("right")
                            .process(() -> new ProcessorPrograms.Tick(PunctuationType.STREAM_TIME, null))
                            .process(ProcessorPrograms.Describe::new)
                            .to("out");
                }),
                dsl("parts: wall-clock time", Set.of("ProcessorContext.schedule"), TWO, builder -> {
                    builder.<String, String>stream("left")
                            .process(() -> new ProcessorPrograms.Tick(PunctuationType.WALL_CLOCK_TIME, null))
                            .repartition()
                            .process(() -> new ProcessorPrograms.Tick(PunctuationType.WALL_CLOCK_TIME, null))
                            .process(ProcessorPrograms.Describe::new)
                            .to("out");
                    builder.<String, String>stream("right")
                            .process(() -> new ProcessorPrograms.Tick(PunctuationType.WALL_CLOCK_TIME, null))
                            .to("out");
                }),
                dsl("parts: earliest first", Set.of("KStream.repartition"), TWO, builder -> {
                    KStream<String, String> spread =
                            builder.<String, String>stream("left").process(Spread::new);
                    spread.to("right");
                    spread.repartition().mapValues(value -> "r" + value).to("out");
                    builder.<String, String>stream("right")
                            .process(ProcessorPrograms.Describe::new)
                            .to("out");
                }),
                dsl(
                        "parts: what it wrote comes back",
                        Set.of("KStream.to"),
                        List.of(Input.words("in").complete()),
                        builder -> {
                            KStream<String, String> stream = builder.stream("in");
                            stream.filter((key, value) -> value.length() < 5)
                                    .flatMapValues(value -> List.of(value + "1", value + "22"))
                                    .to("in");
                            stream.groupByKey()
                                    .count()
                                    .toStream()
                                    .mapValues(String::valueOf)
                                    .to("out");
                        }),
                dsl("parts: a global table of what it wrote", Set.of("KStream.join(GlobalKTable)"), TWO, builder -> {
                    builder.<String, String>stream("left")
                            .mapValues(value -> value + "!")
                            .to("rows");
                    builder.<String, String>stream("right")
                            .leftJoin(
                                    builder.<String, String>globalTable("rows"),
                                    (key, value) -> key,
                                    (left, right) -> left + "+" + right)
                            .to("out");
                }),
                dsl("parts: caches of one source", Set.of("KGroupedStream.count"), WORDS, builder -> {
                    KStream<String, String> stream = builder.stream("in");
                    stream.groupByKey()
                            .count(Materialized.as("z"))
                            .toStream()
                            .mapValues(v -> "z" + v)
                            .to("out");
                    stream.groupByKey()
                            .count(Materialized.as("a"))
                            .toStream()
                            .mapValues(v -> "a" + v)
                            .to("out");
                    stream.groupBy((key, value) -> value)
                            .count(Materialized.as("m"))
                            .groupBy(
                                    (key, count) -> KeyValue.pair("" + count, key),
                                    Grouped.with(Serdes.String(), Serdes.String()))
                            .count(Materialized.as("b"))
                            .toStream()
                            .mapValues(v -> "b" + v)
                            .to("out");
                }),
                dsl("parts: caches above each other", Set.of("KTable.mapValues"), WORDS, builder -> {
                    var counts =
                            builder.<String, String>stream("in").groupByKey().count(Materialized.as("z"));
                    counts.mapValues(count -> "x" + count, Materialized.as("a"))
                            .toStream()
                            .to("out");
                    counts.filter(
                                    (key, count) -> count % 2 == 0,
                                    WholeTopologyPrograms.<Long>named("m").withValueSerde(Serdes.Long()))
                            .toStream()
                            .mapValues(String::valueOf)
                            .to("out");
                }),
                dsl(
                        "parts: failing mapper below a cache",
                        Set.of("KTable.toStream"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .groupByKey()
                                .count()
                                .toStream()
                                .mapValues(count -> count < 3 ? "ok" : "fails".substring(10))
                                .to("out")),
                dsl(
                        "parts: unfit serde below a cache",
                        Set.of("KTable.toStream"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .groupByKey()
                                .count()
                                .toStream()
                                .filter((key, count) -> count > 2)
                                .to("out", unfit())),
                dsl(
                        "parts: unfit serde right below a cache",
                        Set.of("KTable.toStream"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .groupByKey()
                                .count()
                                .toStream()
                                .to("out", unfit())),
                waiting("parts: waiting for other inputs", 3_000L),
                waiting("parts: never waiting", -1L),
                papi(
                        "parts: opening and closing",
                        Set.of("Topology.addProcessor"),
                        TWO,
                        topology -> topology.addSource(
                                        "s2", new StringDeserializer(), new StringDeserializer(), "right")
                                .addSource("s1", new StringDeserializer(), new StringDeserializer(), "left")
                                .addProcessor("p1", () -> new Noted("p1"), "s1")
                                .addProcessor("p2", () -> new Noted("p2"), "s2")
                                .addProcessor("p0", () -> new Noted("p0"), "p1")
                                .addProcessor("p3", () -> new Noted("p3"), "p2")
                                .addProcessor("p4", () -> new Noted("p4"), "p1", "p2")
                                .addSink("sink", "out", new StringSerializer(), new StringSerializer(), "p3", "p4")
                                .addSource("s3", new StringDeserializer(), new StringDeserializer(), "other")
                                .addProcessor("p5", () -> new Noted("p5"), "s3")),
                dsl("parts: opening", Set.of("KStream.process"), TWO, builder -> {
                    KStream<String, String> left =
                            builder.<String, String>stream("left").process(() -> new Noted("l1"));
                    KStream<String, String> right =
                            builder.<String, String>stream("right").process(() -> new Noted("r1"));
                    left.repartition().process(() -> new Noted("l2")).to("out");
                    right.process(() -> new Noted("r2")).to("out");
                    left.process(() -> new Noted("l3")).to("out");
                }));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <V> Produced<String, V> unfit() {
        return (Produced) Produced.with(Serdes.String(), Serdes.Integer());
    }

    private static <V> Materialized<String, V, KeyValueStore<Bytes, byte[]>> named(String name) {
        return Materialized.as(name);
    }

    /** Records wait {@code maxIdleMs} for those of empty inputs, and are then taken in the order of their time. */
    /** Where a task waits, it has two inputs: of more, the reference waits for one after the other. */
    private static Program waiting(String name, long maxIdleMs) {
        return dsl(name, Set.of("KStream.merge"), TWO, builder -> {
                    KStream<String, String> left = builder.stream("left");
                    left.merge(builder.stream("right"))
                            .process(ProcessorPrograms.Describe::new)
                            .to("out");
                    if (maxIdleMs < 0) {
                        left.repartition()
                                .process(ProcessorPrograms.Describe::new)
                                .to("again");
                    }
                })
                .with(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, maxIdleMs);
    }

    /** Forwards a record at other times too, the latest first. */
    private static final class Spread extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> found) {
            context().forward(found.withTimestamp(found.timestamp() + 5_000).withValue(found.value() + "later"));
            context().forward(found);
            context().forward(found.withTimestamp(found.timestamp() - 5_000).withValue(found.value() + "earlier"));
        }
    }

    /** Notes its life. */
    private static final class Noted extends ContextualProcessor<String, String, String, String> {
        private final String name;

        Noted(String name) {
            this.name = name;
        }

        @Override
        public void init(ProcessorContext<String, String> context) {
            super.init(context);
            Diary.note("open " + name + " in " + context.taskId());
            context.schedule(
                    Duration.ofSeconds(10), PunctuationType.STREAM_TIME, time -> Diary.note(name + " at " + time));
            context.schedule(
                    Duration.ofSeconds(3),
                    PunctuationType.WALL_CLOCK_TIME,
                    time -> Diary.note(name + " clock " + time));
        }

        @Override
        public void process(Record<String, String> found) {
            Diary.note(name + " gets " + found.key());
            context().forward(found);
        }

        @Override
        public void close() {
            Diary.note("close " + name);
        }
    }
}
