package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.ValueTransformerWithKey;
import dev.millrace.streams.processor.ProcessorContext;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.To;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;

/** Tables whose values an object of the user's transforms. */
final class TransformPrograms {
    private static final Set<String> COVERED = Set.of("KTable.transformValues");
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> TWO = List.of(Input.words("in"), Input.words("other"));

    private TransformPrograms() {}

    static List<Program> all() {
        return List.of(
                dsl(
                        "transformValues",
                        COVERED,
                        WORDS,
                        builder -> builder.<String, String>table("in")
                                .transformValues(Asking::new)
                                .toStream()
                                .to("out")),
                dsl(
                        "transformValues named",
                        COVERED,
                        WORDS,
                        builder -> builder.<String, String>table("in")
                                .transformValues(Asking::new, Named.as("asking"))
                                .toStream()
                                .to("out")),
                dsl(
                        "transformValues materialized",
                        COVERED,
                        WORDS,
                        builder -> builder.<String, String>table("in")
                                .transformValues(Asking::new, Materialized.as("asked"))
                                .toStream()
                                .to("out")),
                dsl(
                        "transformValues materialized without a name",
                        COVERED,
                        WORDS,
                        builder -> builder.<String, String>table("in")
                                .transformValues(Asking::new, Materialized.with(Serdes.String(), Serdes.String()))
                                .filter((key, value) -> value.contains("b"))
                                .toStream()
                                .to("out")),
                dsl(
                        "transformValues with a store",
                        COVERED,
                        WORDS,
                        builder -> withStore(builder)
                                .transformValues(
                                        Counting::new, Materialized.as("counted"), Named.as("counting"), "counts")
                                .toStream()
                                .to("out")),
                dsl(
                        "transformValues grouped",
                        COVERED,
                        WORDS,
                        builder -> builder.<String, String>table("in")
                                .transformValues(Asking::new)
                                .groupBy((key, value) -> KeyValue.pair(value.substring(0, 1), value))
                                .count()
                                .toStream()
                                .mapValues(String::valueOf)
                                .to("out")),
                dsl(
                        "transformValues materialized and grouped",
                        COVERED,
                        WORDS,
                        builder -> withStore(builder)
                                .transformValues(Counting::new, Materialized.as("counted"), "counts")
                                .groupBy((key, value) -> KeyValue.pair(value.substring(0, 1), value))
                                .count()
                                .toStream()
                                .mapValues(String::valueOf)
                                .to("out")),
                dsl(
                        "transformValues joined",
                        COVERED,
                        TWO,
                        builder -> builder.<String, String>table("in")
                                .transformValues(Asking::new, Named.as("asking"))
                                .outerJoin(builder.<String, String>table("other"), (left, right) -> left + "+" + right)
                                .toStream()
                                .to("out")),
                dsl("transformValues looked up", COVERED, TWO, builder -> {
                    KTable<String, String> table = builder.<String, String>table("in")
                            .transformValues(Asking::new)
                            .mapValues(value -> value + "?");
                    builder.<String, String>stream("other")
                            .leftJoin(table, (value, row) -> value + "/" + row)
                            .to("out");
                }));
    }

    private static KTable<String, String> withStore(StreamsBuilder builder) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore("counts"), Serdes.String(), Serdes.Integer()));
        return builder.table("in");
    }

    /** Says what its context says. */
    private static final class Asking implements ValueTransformerWithKey<String, String, String> {
        private ProcessorContext context;

        @Override
        public void init(ProcessorContext newContext) {
            context = newContext;
            Diary.note("opened by " + context.taskId() + " of " + context.applicationId());
            Outcome.note("forwarding", () -> context.forward("key", "value"));
            Outcome.note("forwarding to all", () -> context.forward("key", "value", To.all()));
            Outcome.note("a store that is not there", () -> context.getStateStore("none"));
            context.schedule(Duration.ofSeconds(30), PunctuationType.STREAM_TIME, time -> Diary.note("it is " + time));
        }

        @Override
        public String transform(String readOnlyKey, String value) {
            Diary.note("transforms " + readOnlyKey + "=" + value + " of " + context.topic() + "-" + context.partition()
                    + "@" + context.offset() + ", time " + context.timestamp() + ", stream time "
                    + context.currentStreamTimeMs() + ", headers "
                    + context.headers().toArray().length);
            return value == null ? "nothing" : "c".equals(value) ? null : "<" + value + ">";
        }

        @Override
        public void close() {
            Diary.note("closed");
        }
    }

    /** Counts the updates of each row. */
    private static final class Counting implements ValueTransformerWithKey<String, String, String> {
        private KeyValueStore<String, Integer> counts;

        @Override
        public void init(ProcessorContext context) {
            counts = context.getStateStore("counts");
        }

        @Override
        public String transform(String readOnlyKey, String value) {
            Integer count = counts.get(readOnlyKey);
            counts.put(readOnlyKey, count == null ? 1 : count + 1);
            return value == null || value.isEmpty() ? null : value + count;
        }

        @Override
        public void close() {}
    }
}
