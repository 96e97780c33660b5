package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Operators that look at one record and remember nothing. */
final class StatelessPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> SENTENCES = List.of(Input.sentences("in").complete());

    private StatelessPrograms() {}

    static List<Program> all() {
        return List.of(
                dsl(
                        "filter",
                        Set.of("KStream.filter"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .filter((key, value) -> key != null && value != null && value.contains("b"))
                                .to("out")),
                dsl(
                        "filter named",
                        Set.of("KStream.filter"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .filter((key, value) -> value != null, Named.as("has-value"))
                                .to("out")),
                dsl(
                        "filterNot",
                        Set.of("KStream.filterNot"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .filterNot((key, value) -> value == null)
                                .to("out")),
                dsl(
                        "map",
                        Set.of("KStream.map"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .map((key, value) -> KeyValue.pair(value, key))
                                .to("out")),
                dsl(
                        "mapValues",
                        Set.of("KStream.mapValues"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .mapValues(value -> value + "!")
                                .mapValues((key, value) -> key + value, Named.as("with-key"))
                                .to("out")),
                dsl(
                        "flatMap",
                        Set.of("KStream.flatMap"),
                        SENTENCES,
                        builder -> builder.<String, String>stream("in")
                                .flatMap((key, value) -> Arrays.stream(value.split(" "))
                                        .map(word -> KeyValue.pair(word, key))
                                        .toList())
                                .to("out")),
                dsl(
                        "flatMapValues",
                        Set.of("KStream.flatMapValues"),
                        SENTENCES,
                        builder -> builder.<String, String>stream("in")
                                .flatMapValues(value -> Arrays.asList(value.split(" ")))
                                .flatMapValues((key, value) -> List.of(key, value))
                                .to("out")),
                dsl(
                        "selectKey",
                        Set.of("KStream.selectKey"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .selectKey((key, value) -> value == null ? "none" : value)
                                .to("out")),
                dsl(
                        "peek",
                        Set.of("KStream.peek"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .peek((key, value) -> {})
                                .to("out")),
                dsl("foreach", Set.of("KStream.foreach"), WORDS, builder -> {
                    KStream<String, String> stream = builder.stream("in");
                    stream.foreach((key, value) -> {});
                    stream.to("out");
                }),
                dsl(
                        "failing mapper",
                        Set.of("KStream.mapValues"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .mapValues(value -> value.substring(1))
                                .to("out")),
                dsl(
                        "map to null",
                        Set.of("KStream.map"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .map((key, value) -> value == null ? null : KeyValue.pair(key, value))
                                .to("out")),
                dsl("several children", Set.of("KStream.filter"), WORDS, builder -> {
                    KStream<String, String> stream = builder.stream("in");
                    stream.mapValues(value -> "1" + value).to("one");
                    stream.filter((key, value) -> value != null).to("two");
                    stream.to("three");
                }));
    }
}
