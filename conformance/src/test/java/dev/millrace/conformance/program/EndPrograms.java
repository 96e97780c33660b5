package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;
import static dev.millrace.conformance.program.Program.papi;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.Topology;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.processor.RecordContext;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.streams.state.Stores;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Every way to declare where records come from and where they go to. */
@SuppressWarnings("deprecation") // the old type of offset resets is still there
final class EndPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in").complete());
    private static final Serde<String> TEXT = Serdes.String();
    private static final Deserializer<String> FROM = new StringDeserializer();
    private static final Serializer<String> TO = new StringSerializer();
    private static final TimestampExtractor LATER = (found, partitionTime) -> found.timestamp() + 7;

    private EndPrograms() {}

    static List<Program> all() {
        List<Program> programs = new ArrayList<>();
        programs.add(dsl("ends: consumed", Set.of("StreamsBuilder.stream"), inputs("a", "b", "c", "d"), builder -> {
            builder.stream("a", Consumed.<String, String>as("named-source")).to("out");
            builder.stream(
                            "b",
                            Consumed.<String, String>with(LATER)
                                    .withKeySerde(TEXT)
                                    .withValueSerde(TEXT))
                    .to("out");
            builder.stream(List.of("c"), Consumed.<String, String>with(AutoOffsetReset.latest()))
                    .to("out");
            builder.stream(Pattern.compile("d"), Consumed.with(TEXT, TEXT, LATER, AutoOffsetReset.earliest()))
                    .to("out");
        }));
        programs.add(dsl(
                "ends: consumed of old", Set.of("StreamsBuilder.stream"), inputs("a", "b", "c", "d"), builder -> {
                    builder.stream("a", Consumed.<String, String>with(Topology.AutoOffsetReset.EARLIEST))
                            .to("out");
                    builder.stream("b", Consumed.with(TEXT, TEXT, LATER, Topology.AutoOffsetReset.LATEST))
                            .to("out");
                    builder.stream(
                                    "c",
                                    Consumed.with(TEXT, TEXT).withOffsetResetPolicy(Topology.AutoOffsetReset.EARLIEST))
                            .to("out");
                    builder.stream("d", Consumed.with(TEXT, TEXT).withOffsetResetPolicy(AutoOffsetReset.latest()))
                            .to("out");
                }));
        programs.add(dsl("ends: tables", Set.of("StreamsBuilder.table"), inputs("in", "rows", "more"), builder -> {
            KStream<String, String> stream = builder.<String, String>table(
                            "in", Consumed.with(TEXT, TEXT, LATER, AutoOffsetReset.earliest()), Materialized.as("kept"))
                    .toStream();
            stream.leftJoin(
                            builder.globalTable("rows", Consumed.with(TEXT, TEXT)),
                            (key, value) -> value,
                            (left, right) -> left + "+" + right)
                    .join(
                            builder.<String, String>globalTable(
                                    "more", Consumed.with(TEXT, TEXT), Materialized.as("more-rows")),
                            (key, value) -> key,
                            (left, right) -> left + "+" + right)
                    .to("out");
        }));
        programs.add(dsl("ends: global store", Set.of("StreamsBuilder.stream"), inputs("in", "rows"), builder -> {
            builder.addGlobalStore(
                    Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("rows-store"), TEXT, TEXT)
                            .withLoggingDisabled(),
                    "rows",
                    Consumed.with(TEXT, TEXT),
                    () -> new ProcessorPrograms.KeepRows("rows-store"));
            builder.<String, String>stream("in")
                    .process(ProcessorPrograms.LookUp::new)
                    .to("out");
        }));
        programs.add(new Program(
                        "ends: built with properties",
                        Set.of("StreamsBuilder.stream"),
                        WORDS,
                        EndPrograms::optimised,
                        Map.of(),
                        Program.LONG,
                        Program.Asked.EVERYTHING)
                .with("topology.optimization", "all"));
        programs.add(dsl("ends: produced", Set.of("KStream.to"), WORDS, EndPrograms::produced));
        programs.add(papi(
                "ends: sources",
                Set.of("Topology.addProcessor"),
                inputs("s1", "s6", "s9", "p1", "p4"),
                EndPrograms::sources));
        programs.add(papi(
                "ends: sources of old",
                Set.of("Topology.addProcessor"),
                inputs("s1", "s3", "s4", "p2", "p3"),
                EndPrograms::sourcesOfOld));
        programs.add(papi("ends: sinks", Set.of("Topology.addProcessor"), WORDS, EndPrograms::sinks));
        return programs;
    }

    private static List<Input> inputs(String... topics) {
        return Arrays.stream(topics).map(Input::words).toList();
    }

    private static Topology optimised() {
        Properties properties = new Properties();
        properties.put("topology.optimization", "reuse.ktable.source.topics");
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>table("in", Materialized.as("kept")).toStream().to("out");
        return builder.build(properties);
    }

    private static void produced(StreamsBuilder builder) {
        KStream<String, String> stream = builder.stream("in");
        stream.to("out", Produced.as("sink"));
        stream.to("out", Produced.keySerde(TEXT));
        stream.to("out", Produced.streamPartitioner(new First()));
        stream.to(
                new ByContext(),
                Produced.<String, String>as("was")
                        .withName("dynamic")
                        .withKeySerde(TEXT)
                        .withValueSerde(TEXT)
                        .withStreamPartitioner(new First()));
    }

    private static void sources(Topology topology) {
        AutoOffsetReset reset = AutoOffsetReset.earliest();
        topology.addSource("a1", "s1");
        topology.addSource("a2", Pattern.compile("p1"));
        topology.addSource("a3", FROM, FROM, "s2");
        topology.addSource("a4", FROM, FROM, Pattern.compile("p2"));
        topology.addSource(LATER, "a5", "s3");
        topology.addSource(LATER, "a6", Pattern.compile("p3"));
        topology.addSource(reset, "a7", "s4", "s5");
        topology.addSource(reset, "a8", Pattern.compile("p4"));
        topology.addSource(reset, "a9", FROM, FROM, "s6");
        topology.addSource(reset, "b1", FROM, FROM, Pattern.compile("p5"));
        topology.addSource(reset, LATER, "b2", "s7");
        topology.addSource(reset, LATER, "b3", Pattern.compile("p6"));
        topology.addSource(reset, "b4", LATER, FROM, FROM, "s9");
        topology.addSource(reset, "b5", LATER, FROM, FROM, Pattern.compile("p7"));
        topology.addProcessor(
                "all",
                ProcessorPrograms.Describe::new,
                "a1",
                "a2",
                "a3",
                "a4",
                "a5",
                "a6",
                "a7",
                "a8",
                "a9",
                "b1",
                "b2",
                "b3",
                "b4",
                "b5");
        topology.addSink("sink", "out", "all");
    }

    private static void sourcesOfOld(Topology topology) {
        Topology.AutoOffsetReset reset = Topology.AutoOffsetReset.EARLIEST;
        topology.addSource(reset, "a1", "s1");
        topology.addSource(reset, "a2", Pattern.compile("p1"));
        topology.addSource(reset, "a3", FROM, FROM, "s2");
        topology.addSource(reset, "a4", FROM, FROM, Pattern.compile("p2"));
        topology.addSource(reset, LATER, "a5", "s3");
        topology.addSource(reset, LATER, "a6", Pattern.compile("p3"));
        topology.addSource(reset, "a7", LATER, FROM, FROM, "s4");
        topology.addSource(reset, "a8", LATER, FROM, FROM, Pattern.compile("p4"));
        topology.addProcessor("all", ProcessorPrograms.Describe::new, "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8");
        topology.addSink("sink", "out", "all");
    }

    private static void sinks(Topology topology) {
        topology.addSource("source", "in");
        topology.addSink("k1", "out", new First(), "source");
        topology.addSink("k2", "out", TO, TO, new First(), "source");
        topology.addSink("k3", "out", "source");
        topology.addSink("k4", new ByContext(), "source");
        topology.addSink("k5", new ByContext(), new First(), "source");
        topology.addSink("k6", new ByContext(), TO, TO, "source");
        topology.addSink("k7", new ByContext(), TO, TO, new First(), "source");
    }

    /** A topic for each record, from all that is known of it. */
    private static final class ByContext implements TopicNameExtractor<String, String> {
        @Override
        public String extract(String key, String value, RecordContext context) {
            Diary.note(
                    context.topic() + context.partition() + context.offset() + context.timestamp() + context.headers());
            known(context.sourceRawKey(), key);
            known(context.sourceRawValue(), value);
            return "out-" + value.length();
        }

        /** The reference does not have the raw bytes any more: see docs. */
        private static void known(byte[] raw, String text) {
            if (raw != null && !text.equals(new String(raw, StandardCharsets.UTF_8))) {
                throw new AssertionError("raw " + Arrays.toString(raw) + " is not " + text);
            }
        }

        @Override
        public String toString() {
            return "ByContext";
        }
    }

    /** The first partition for all. */
    private static final class First implements StreamPartitioner<String, String> {
        @Override
        public Optional<Set<Integer>> partitions(String topic, String key, String value, int partitions) {
            Diary.note(topic + " has " + partitions);
            return Optional.of(Set.of(0));
        }
    }
}
