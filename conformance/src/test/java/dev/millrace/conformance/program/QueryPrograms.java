package dev.millrace.conformance.program;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.Topology;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.TimestampedWindowStore;
import dev.millrace.streams.state.ValueAndTimestamp;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Queries that are asked while a record is being processed, so that what was written since the last commit makes a difference:
 * results, positions and bounds, of stores that are written by records of two topics and by punctuations.
 */
final class QueryPrograms {
    private static final Set<String> QUERIES = Set.of("StateStore.query");
    private static final List<Input> INPUTS = List.of(Input.words("in"), Input.words("in2"));
    private static final Duration RETENTION = Duration.ofMinutes(5);
    private static final Duration SIZE = Duration.ofSeconds(10);
    private static final Serde<String> TEXT = Serdes.String();

    private QueryPrograms() {}

    static List<Program> all() {
        return Stream.of(keyValues(), timestampedKeyValues(), windows())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Program> keyValues() {
        return List.of(
                program(
                        "persistent key-values",
                        () -> Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore("store"), TEXT, TEXT),
                        WriteKeyValues::new),
                program(
                        "key-values in memory",
                        () -> Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("store"), TEXT, TEXT),
                        WriteKeyValues::new),
                program(
                        "cached key-values",
                        () -> Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore("store"), TEXT, TEXT)
                                .withCachingEnabled(),
                        WriteKeyValues::new));
    }

    private static List<Program> timestampedKeyValues() {
        return List.of(
                program(
                        "timestamped key-values",
                        () -> Stores.timestampedKeyValueStoreBuilder(
                                Stores.persistentTimestampedKeyValueStore("store"), TEXT, TEXT),
                        WriteTimestamped::new),
                program(
                        "timestamped key-values in a plain store",
                        () -> Stores.timestampedKeyValueStoreBuilder(
                                Stores.persistentKeyValueStore("store"), TEXT, TEXT),
                        WriteTimestamped::new),
                program(
                        "timestamped key-values in memory, cached",
                        () -> Stores.timestampedKeyValueStoreBuilder(Stores.inMemoryKeyValueStore("store"), TEXT, TEXT)
                                .withCachingEnabled(),
                        WriteTimestamped::new));
    }

    private static List<Program> windows() {
        return List.of(
                program(
                        "persistent windows",
                        () -> Stores.windowStoreBuilder(
                                Stores.persistentWindowStore("store", RETENTION, SIZE, false), TEXT, TEXT),
                        WriteWindows::new),
                program(
                        "windows in memory",
                        () -> Stores.windowStoreBuilder(
                                Stores.inMemoryWindowStore("store", RETENTION, SIZE, false), TEXT, TEXT),
                        WriteWindows::new),
                program(
                        "windows with duplicates",
                        () -> Stores.windowStoreBuilder(
                                Stores.persistentWindowStore("store", RETENTION, SIZE, true), TEXT, TEXT),
                        WriteWindows::new),
                program(
                        "cached windows",
                        () -> Stores.windowStoreBuilder(
                                        Stores.persistentWindowStore("store", RETENTION, SIZE, false), TEXT, TEXT)
                                .withCachingEnabled(),
                        WriteWindows::new),
                program(
                        "timestamped windows",
                        () -> Stores.timestampedWindowStoreBuilder(
                                Stores.persistentTimestampedWindowStore("store", RETENTION, SIZE, false), TEXT, TEXT),
                        WriteTimestampedWindows::new),
                program(
                        "timestamped windows in a plain store",
                        () -> Stores.timestampedWindowStoreBuilder(
                                Stores.persistentWindowStore("store", RETENTION, SIZE, false), TEXT, TEXT),
                        WriteTimestampedWindows::new));
    }

    private static Program program(
            String name, Supplier<StoreBuilder<?>> store, Supplier<AskingProcessor<?>> processor) {
        return Program.papi(
                        "queries: " + name,
                        QUERIES,
                        INPUTS,
                        (Topology topology) -> topology.addSource("source", "in")
                                .addSource("source2", "in2")
                                .addProcessor("asking", processor::get, "source", "source2")
                                .addStateStore(store.get(), "asking"))
                .keeping(RETENTION);
    }

    /** Writes most records to the store, then asks it about the key of the record. */
    private abstract static class AskingProcessor<S extends StateStore>
            extends ContextualProcessor<String, String, Void, Void> {
        private static final Duration PUNCTUATION = Duration.ofSeconds(30);
        private S store;
        private long latest;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            super.init(context);
            store = context.getStateStore("store");
            context.schedule(PUNCTUATION, PunctuationType.STREAM_TIME, now -> {
                write(store, "punctuated", "now", now);
                Diary.note("punctuated at " + Questions.position(store));
            });
        }

        abstract void write(S into, String key, String value, long timestamp);

        /** The earliest window that is in the store for sure. */
        Instant since() {
            return Instant.ofEpochMilli(Math.max(0, latest - RETENTION.toMillis() / 2));
        }

        @Override
        public void process(Record<String, String> input) {
            latest = Math.max(latest, input.timestamp());
            if (input.key() == null || input.key().equals("abc")) {
                return;
            }
            if (input.value() != null && input.timestamp() > since().toEpochMilli()) {
                write(store, input.key(), input.value(), input.timestamp());
            }
            Diary.note(input.key() + " at " + Questions.position(store));
            long offset = context().recordMetadata().orElseThrow().offset();
            PositionBound here = PositionBound.at(Position.emptyPosition().withComponent("in", 0, offset));
            Questions.about(input.key(), since()).forEach((name, query) -> ask(name, query, here));
        }

        /** What is not known is not asked for again: whether the store is up to the bound or not does not matter then. */
        private void ask(String name, Query<?> query, PositionBound bound) {
            String answer = Questions.answerAndPosition(store, query, PositionBound.unbounded());
            Diary.note("  " + name + ": " + answer);
            if (!answer.startsWith(Questions.UNKNOWN)) {
                Diary.note("  bounded: " + Questions.answerAndPosition(store, query, bound));
            }
        }
    }

    private static final class WriteKeyValues extends AskingProcessor<KeyValueStore<String, String>> {
        @Override
        void write(KeyValueStore<String, String> into, String key, String value, long timestamp) {
            into.put(key, value);
        }
    }

    private static final class WriteTimestamped extends AskingProcessor<TimestampedKeyValueStore<String, String>> {
        @Override
        void write(TimestampedKeyValueStore<String, String> into, String key, String value, long timestamp) {
            into.put(key, ValueAndTimestamp.make(value, timestamp));
        }
    }

    private static final class WriteWindows extends AskingProcessor<WindowStore<String, String>> {
        @Override
        void write(WindowStore<String, String> into, String key, String value, long timestamp) {
            into.put(key, value, timestamp);
        }
    }

    private static final class WriteTimestampedWindows extends AskingProcessor<TimestampedWindowStore<String, String>> {
        @Override
        void write(TimestampedWindowStore<String, String> into, String key, String value, long timestamp) {
            into.put(key, ValueAndTimestamp.make(value, timestamp), timestamp);
        }
    }
}
