package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Output.text;
import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.conformance.script.Script;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.TimeWindowedKStream;
import dev.millrace.streams.kstream.UnlimitedWindows;
import dev.millrace.streams.kstream.WindowedSerdes;
import dev.millrace.streams.state.WindowStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Aggregations in the one window that never ends. */
final class UnlimitedPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final UnlimitedWindows ALWAYS = UnlimitedWindows.of();
    private static final UnlimitedWindows LATER =
            UnlimitedWindows.of().startOn(Instant.ofEpochMilli(Script.START_MS + 20_000));

    private UnlimitedPrograms() {}

    static List<Program> all() {
        return List.of(
                unlimited("unlimited count", ALWAYS, windows -> text(windows.count(Named.as("counting")))),
                unlimited("unlimited count from later on", LATER, windows -> text(windows.count(kept("counts")))),
                unlimited(
                        "unlimited reduce",
                        LATER,
                        windows -> text(windows.reduce(
                                (one, other) -> shortened(one + other), Named.as("reducing"), kept("reduced")))),
                unlimited(
                        "unlimited aggregate",
                        ALWAYS,
                        windows -> text(windows.aggregate(
                                () -> "I",
                                (key, value, all) -> shortened(all + value),
                                UnlimitedPrograms.<String>kept("lists").withCachingDisabled()))),
                unlimited(
                        "unlimited aggregate to null",
                        LATER,
                        windows -> text(windows.aggregate(
                                () -> "I", (key, value, all) -> "a".equals(value) ? null : shortened(all + value)))),
                unlimited(
                        "unlimited in memory",
                        LATER,
                        windows -> text(windows.count(UnlimitedPrograms.<Long>kept("counts")
                                .withStoreType(Materialized.StoreType.IN_MEMORY)))),
                unlimited(
                        "unlimited to a topic",
                        LATER,
                        windows -> windows.count()
                                .toStream()
                                .to(
                                        "out",
                                        Produced.with(
                                                WindowedSerdes.timeWindowedSerdeFrom(String.class, Long.MAX_VALUE),
                                                Serdes.Long()))),
                dsl(
                        "unlimited cogroup",
                        Set.of("CogroupedKStream.windowedBy(Windows)"),
                        WORDS,
                        builder -> text(builder.<String, String>stream("in")
                                .groupByKey()
                                .<String>cogroup((key, value, all) -> shortened(all + value))
                                .windowedBy(LATER)
                                .aggregate(() -> "I"))));
    }

    private static Program unlimited(
            String name, UnlimitedWindows windows, Consumer<TimeWindowedKStream<String, String>> definition) {
        return dsl(
                name,
                Set.of("TimeWindowedKStream.count"),
                WORDS,
                builder -> definition.accept(
                        builder.<String, String>stream("in").groupByKey().windowedBy(windows)));
    }

    private static String shortened(String text) {
        return text.length() > 30 ? text.substring(0, 3) : text;
    }

    private static <V> Materialized<String, V, WindowStore<Bytes, byte[]>> kept(String name) {
        return Materialized.as(name);
    }
}
