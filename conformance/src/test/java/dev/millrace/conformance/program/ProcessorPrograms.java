package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;
import static dev.millrace.conformance.program.Program.papi;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.processor.Cancellable;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.api.ContextualFixedKeyProcessor;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.FixedKeyRecord;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Processors of the user's: forwarding, state, headers, metadata, punctuation. */
final class ProcessorPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in"));

    private ProcessorPrograms() {}

    static List<Program> all() {
        return List.of(
                dsl(
                        "process",
                        Set.of("KStream.process"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .process(Describe::new)
                                .to("out")),
                dsl(
                        "processValues",
                        Set.of("KStream.processValues"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .processValues(DescribeValue::new)
                                .to("out")),
                dsl(
                        "process with a store",
                        Set.of("KStream.process", "StreamsBuilder.addStateStore"),
                        WORDS,
                        builder -> {
                            builder.addStateStore(Stores.keyValueStoreBuilder(
                                    Stores.persistentKeyValueStore("seen"), Serdes.String(), Serdes.Long()));
                            builder.<String, String>stream("in")
                                    .process(CountSeen::new, "seen")
                                    .to("out");
                        }),
                dsl(
                        "stream-time punctuation",
                        Set.of("ProcessorContext.schedule"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .process(() -> new Tick(PunctuationType.STREAM_TIME, null))
                                .to("out")),
                dsl(
                        "wall-clock punctuation",
                        Set.of("ProcessorContext.schedule"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .process(() -> new Tick(PunctuationType.WALL_CLOCK_TIME, null))
                                .to("out")),
                dsl(
                        "anchored punctuation",
                        Set.of("ProcessorContext.schedule"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .process(() ->
                                        new Tick(PunctuationType.STREAM_TIME, Instant.ofEpochMilli(1_600_000_000_500L)))
                                .to("out")),
                papi(
                                "topology",
                                Set.of("Topology.addProcessor", "Topology.addStateStore"),
                                WORDS,
                                topology -> topology.addSource(
                                                "source", new StringDeserializer(), new StringDeserializer(), "in")
                                        .addProcessor("route", Route::new, "source")
                                        .addProcessor("count", CountSeen::new, "route")
                                        .addStateStore(
                                                Stores.keyValueStoreBuilder(
                                                        Stores.inMemoryKeyValueStore("seen"),
                                                        Serdes.String(),
                                                        Serdes.Long()),
                                                "count")
                                        .addSink(
                                                "counts",
                                                "counts",
                                                new StringSerializer(),
                                                new StringSerializer(),
                                                "count")
                                        .addSink(
                                                "others",
                                                "others",
                                                new StringSerializer(),
                                                new StringSerializer(),
                                                "route"))
                        .withoutPositions(),
                papi(
                        "global store",
                        Set.of("Topology.addGlobalStore"),
                        List.of(Input.words("in"), Input.words("rows")),
                        topology -> topology.addGlobalStore(
                                        Stores.keyValueStoreBuilder(
                                                        Stores.inMemoryKeyValueStore("rows-store"),
                                                        Serdes.String(),
                                                        Serdes.String())
                                                .withLoggingDisabled(),
                                        "rows-source",
                                        new StringDeserializer(),
                                        new StringDeserializer(),
                                        "rows",
                                        "rows-keeper",
                                        () -> new KeepRows("rows-store"))
                                .addSource("source", new StringDeserializer(), new StringDeserializer(), "in")
                                .addProcessor("look-up", LookUp::new, "source")
                                .addSink("sink", "out", new StringSerializer(), new StringSerializer(), "look-up")));
    }

    /** Says all that a processor can know about a record. */
    static final class Describe extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> found) {
            String known = context()
                    .recordMetadata()
                    .map(metadata -> metadata.topic() + "/" + metadata.partition() + "/" + metadata.offset())
                    .orElse("nowhere");
            Record<String, String> said = found.withValue(found.value() + " " + known + " "
                            + context().currentStreamTimeMs() + " " + context().taskId())
                    .withTimestamp(found.timestamp() + 1);
            said.headers().add("seen", bytes(String.valueOf(found.key())));
            context().forward(said);
            context().forward(found);
        }
    }

    static final class DescribeValue extends ContextualFixedKeyProcessor<String, String, String> {
        @Override
        public void process(FixedKeyRecord<String, String> found) {
            context().forward(found.withValue(found.value() + "@" + found.timestamp()));
            context().forward(found.withTimestamp(found.timestamp() + 5));
        }
    }

    private static final class CountSeen extends ContextualProcessor<String, String, String, String> {
        private KeyValueStore<String, Long> seen;

        @Override
        public void init(ProcessorContext<String, String> context) {
            super.init(context);
            seen = context.getStateStore("seen");
        }

        @Override
        public void process(Record<String, String> found) {
            if (found.key() == null) {
                return;
            }
            if (found.value() == null) {
                context().forward(found.withValue("deleted " + seen.delete(found.key())));
                return;
            }
            Long before = seen.get(found.key());
            seen.put(found.key(), before == null ? 1 : before + 1);
            context().forward(found.withValue(before + " before"));
        }
    }

    /** Forwards what time it is, three times, and cancels itself. */
    static final class Tick extends ContextualProcessor<String, String, String, String> {
        private final PunctuationType type;
        private final Instant anchor;
        private Cancellable schedule;
        private int ticks;
        private long base = -1;

        Tick(PunctuationType type, Instant anchor) {
            this.type = type;
            this.anchor = anchor;
        }

        @Override
        public void init(ProcessorContext<String, String> context) {
            super.init(context);
            schedule = anchor == null
                    ? context.schedule(Duration.ofSeconds(2), type, this::tick)
                    : context.schedule(anchor, Duration.ofSeconds(2), type, this::tick);
        }

        private void tick(long timeMs) {
            if (base == -1) {
                base = timeMs;
            }
            String place = context()
                    .recordMetadata()
                    .map(metadata -> metadata.topic() + "/" + metadata.partition() + "/" + metadata.offset())
                    .orElse("nowhere");
            context().forward(new Record<>("tick", (timeMs - base) + " " + place, timeMs));
            if (++ticks == 20) {
                schedule.cancel();
            }
        }

        @Override
        public void process(Record<String, String> found) {
            context().forward(found);
        }
    }

    private static final class Route extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> found) {
            context().forward(found, found.value() != null && found.value().length() > 1 ? "others" : "count");
        }
    }

    static final class KeepRows extends ContextualProcessor<String, String, Void, Void> {
        private final String store;

        KeepRows(String store) {
            this.store = store;
        }

        @Override
        public void process(Record<String, String> found) {
            KeyValueStore<String, String> rows = context().getStateStore(store);
            if (found.key() != null) {
                rows.put(found.key(), found.value());
            }
        }
    }

    static final class LookUp extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> found) {
            KeyValueStore<String, String> rows = context().getStateStore("rows-store");
            String row = found.key() == null ? "no key" : rows.get(found.key());
            context().forward(found.withValue(found.value() + "+" + row));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
