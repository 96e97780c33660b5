package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Branched;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Printed;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.streams.processor.LogAndSkipOnInvalidTimestamp;
import dev.millrace.streams.processor.RecordContext;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.streams.processor.UsePartitionTimeOnInvalidTimestamp;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serdes;

/** Where records come from and where they go: sources, branches, merges, repartitioning, sinks. */
final class RoutingPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> TWO = List.of(Input.words("left"), Input.words("right"));

    private RoutingPrograms() {}

    static List<Program> all() {
        return List.of(
                dsl(
                        "merge",
                        Set.of("KStream.merge"),
                        TWO,
                        builder -> builder.<String, String>stream("left")
                                .merge(builder.stream("right"))
                                .to("out")),
                dsl(
                        "merge named",
                        Set.of("KStream.merge"),
                        TWO,
                        builder -> builder.<String, String>stream("left")
                                .mapValues(value -> "l" + value)
                                .merge(builder.stream("right"), Named.as("both"))
                                .to("out")),
                dsl(
                        "several topics",
                        Set.of("StreamsBuilder.stream"),
                        TWO,
                        builder -> builder.<String, String>stream(List.of("left", "right"))
                                .to("out")),
                dsl(
                        "pattern",
                        Set.of("StreamsBuilder.stream"),
                        TWO,
                        builder -> builder.<String, String>stream(Pattern.compile("left|right"))
                                .to("out")),
                dsl("split", Set.of("KStream.split"), WORDS, RoutingPrograms::split),
                dsl("split without default", Set.of("KStream.split"), WORDS, builder -> {
                    Map<String, KStream<String, String>> branches = builder.<String, String>stream("in")
                            .split(Named.as("words-"))
                            .branch((key, value) -> value == null, Branched.as("none"))
                            .branch((key, value) -> value.length() > 1)
                            .noDefaultBranch();
                    branches.forEach((name, branch) -> branch.to("out-" + name));
                }),
                dsl(
                        "to dynamic",
                        Set.of("KStream.to"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .filter((key, value) -> key != null)
                                .to(new ByLength())),
                dsl(
                        "to partitioned",
                        Set.of("KStream.to"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .to(
                                        "out",
                                        Produced.with(
                                                Serdes.String(),
                                                Serdes.String(),
                                                (topic, key, value, partitions) -> Optional.of(Set.of(0))))),
                dsl("print", Set.of("KStream.print"), WORDS, builder -> {
                    KStream<String, String> stream = builder.stream("in");
                    stream.print(quietly().withLabel("label"));
                    stream.to("out");
                }),
                dsl(
                        "repartition",
                        Set.of("KStream.repartition"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .selectKey((key, value) -> value)
                                .repartition()
                                .mapValues(value -> value + "?")
                                .to("out")),
                dsl(
                        "repartition named",
                        Set.of("KStream.repartition"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .repartition(Repartitioned.<String, String>as("again")
                                        .withKeySerde(Serdes.String())
                                        .withValueSerde(Serdes.String())
                                        .withNumberOfPartitions(1))
                                .to("out")),
                dsl(
                        "skipped timestamps",
                        Set.of("Consumed.withTimestampExtractor"),
                        WORDS,
                        builder -> builder.stream(
                                        "in",
                                        Consumed.with(Serdes.String(), Serdes.String())
                                                .withTimestampExtractor(new LogAndSkipOnInvalidTimestamp())
                                                .withName("source"))
                                .to("out")),
                dsl(
                        "timestamps from values",
                        Set.of("Consumed.withTimestampExtractor"),
                        WORDS,
                        builder -> builder.stream(
                                        "in",
                                        Consumed.with(Serdes.String(), Serdes.String())
                                                .withTimestampExtractor((found, partitionTime) -> found.value() == null
                                                        ? -1
                                                        : found.timestamp() + partitionTime % 7))
                                .to("out")),
                dsl(
                        "partition time",
                        Set.of("Consumed.withTimestampExtractor"),
                        WORDS,
                        builder -> builder.stream(
                                        "in",
                                        Consumed.with(Serdes.String(), Serdes.String())
                                                .withTimestampExtractor(new UsePartitionTimeOnInvalidTimestamp()))
                                .to("out")));
    }

    private static void split(StreamsBuilder builder) {
        builder.<String, String>stream("in")
                .split()
                .branch((key, value) -> value == null)
                .branch((key, value) -> value.contains("b"), Branched.withConsumer(branch -> branch.to("with-b")))
                .branch(
                        (key, value) -> value.isEmpty(),
                        Branched.withFunction(branch -> branch.mapValues(value -> "empty"), "nothing"))
                .defaultBranch(Branched.as("rest"))
                .forEach((name, branch) -> branch.to("out-" + name));
    }

    /** Printing to a standard output that nobody sees. */
    private static Printed<String, String> quietly() {
        PrintStream console = System.out;
        try {
            System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
            return Printed.toSysOut();
        } finally {
            System.setOut(console);
        }
    }

    /** A topic chosen for each record; with a name of its own, because {@code describe()} shows it. */
    private static final class ByLength implements TopicNameExtractor<String, String> {
        @Override
        public String extract(String key, String value, RecordContext context) {
            return "out-" + key.length() + "-" + context.topic();
        }

        @Override
        public String toString() {
            return "ByLength";
        }
    }
}
