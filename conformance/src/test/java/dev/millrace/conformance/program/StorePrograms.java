package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.TimestampedWindowStore;
import dev.millrace.streams.state.ValueAndTimestamp;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;

/** Every method of every store, used by a processor and answered into a topic. */
final class StorePrograms {
    private static final Set<String> KEY_VALUE = Set.of("KeyValueStore");
    private static final Set<String> WINDOW = Set.of("WindowStore");
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long WITHIN_RETENTION_MS = 50_000;
    private static final Duration SIZE = Duration.ofSeconds(10);

    private StorePrograms() {}

    static List<Program> all() {
        List<Program> programs = new ArrayList<>();
        programs.add(keyValues("key-value store", plain(false)));
        programs.add(keyValues("key-value store cached", plain(false).withCachingEnabled()));
        programs.add(keyValues("key-value store in memory", plain(true)));
        programs.add(keyValues("key-value store in memory cached", plain(true).withCachingEnabled()));
        programs.add(keyValues("key-value store unlogged", plain(false).withLoggingDisabled()));
        programs.add(timestamped("timestamped store", false));
        programs.add(timestamped("timestamped store in memory", true));
        programs.add(windows("window store", Stores.persistentWindowStore("store", MINUTE, SIZE, false)));
        programs.add(windows("window store in memory", Stores.inMemoryWindowStore("store", MINUTE, SIZE, false)));
        programs.add(windows("window store duplicates", Stores.persistentWindowStore("store", MINUTE, SIZE, true)));
        programs.add(
                windows("window store in memory duplicates", Stores.inMemoryWindowStore("store", MINUTE, SIZE, true)));
        programs.add(dsl(
                "timestamped window store",
                WINDOW,
                WORDS,
                builder -> build(
                        builder,
                        Stores.timestampedWindowStoreBuilder(
                                Stores.persistentTimestampedWindowStore("store", MINUTE, SIZE, false),
                                Serdes.String(),
                                Serdes.String()),
                        UseTimestampedWindows::new)));
        return programs;
    }

    private static StoreBuilder<KeyValueStore<String, String>> plain(boolean inMemory) {
        return Stores.keyValueStoreBuilder(
                inMemory ? Stores.inMemoryKeyValueStore("store") : Stores.persistentKeyValueStore("store"),
                Serdes.String(),
                Serdes.String());
    }

    private static Program keyValues(String name, StoreBuilder<KeyValueStore<String, String>> store) {
        return dsl(name, KEY_VALUE, WORDS, builder -> build(builder, store, UseKeyValues::new));
    }

    private static Program timestamped(String name, boolean inMemory) {
        return dsl(
                name,
                KEY_VALUE,
                WORDS,
                builder -> build(
                        builder,
                        Stores.timestampedKeyValueStoreBuilder(
                                inMemory
                                        ? Stores.inMemoryKeyValueStore("store")
                                        : Stores.persistentTimestampedKeyValueStore("store"),
                                Serdes.String(),
                                Serdes.String()),
                        UseTimestamped::new));
    }

    private static Program windows(String name, WindowBytesStoreSupplier supplier) {
        return dsl(
                name,
                WINDOW,
                WORDS,
                builder -> build(
                        builder,
                        Stores.windowStoreBuilder(supplier, Serdes.String(), Serdes.String()),
                        UseWindows::new));
    }

    private static void build(
            StreamsBuilder builder,
            StoreBuilder<?> store,
            ProcessorSupplier<String, String, String, String> processor) {
        builder.addStateStore(store);
        builder.<String, String>stream("in").process(processor, "store").to("out");
    }

    /** The reference's caching stores show deleted keys, without a value, when they are read backwards: see docs. */
    private abstract static class Use extends Answering {
        @Override
        final void use(Record<String, String> found) {
            use(found.key(), found.value(), found.timestamp());
        }

        abstract void use(String key, String value, long timestamp);

        @Override
        void say(Object key, Object value) {
            if (value != null) {
                super.say(key, value);
            }
        }
    }

    private static final class UseKeyValues extends Use {
        @Override
        void use(String key, String value, long timestamp) {
            KeyValueStore<String, String> store = context().getStateStore("store");
            say(store.get(key));
            say(store.putIfAbsent(key + "x", value));
            if (key.equals("c")) {
                say(store.delete(key));
                store.putAll(List.of(KeyValue.pair("c1", value), KeyValue.pair("c2", "two"), KeyValue.pair("c1", "1")));
            } else {
                store.put(key, value);
            }
            say(store.range("a", "bb"));
            say(store.reverseRange("b", null));
            say(store.range(null, "b"));
            say(store.all());
            say(store.reverseAll());
            say(store.prefixScan("b", new StringSerializer()));
        }
    }

    private static final class UseTimestamped extends Use {
        @Override
        void use(String key, String value, long timestamp) {
            TimestampedKeyValueStore<String, String> store = context().getStateStore("store");
            say(store.get(key));
            say(store.putIfAbsent(key + "x", ValueAndTimestamp.make(value, timestamp)));
            store.put(key, ValueAndTimestamp.make(value, timestamp + 3));
            say(store.range("a", "bb"));
            say(store.all());
            if (key.equals("ba")) {
                say(store.delete("b"));
            }
        }
    }

    private static final class UseWindows extends Use {
        private long latest;

        /** What a store does with windows that are gone already differs: see docs/compatibility.md. */
        @Override
        void use(String key, String value, long timestamp) {
            latest = Math.max(latest, timestamp);
            if (value == null || timestamp <= latest - WITHIN_RETENTION_MS) {
                return;
            }
            WindowStore<String, String> store = context().getStateStore("store");
            store.put(key, value, timestamp - timestamp % 1_000);
            say(store.fetch(key, timestamp - timestamp % 1_000));
            Instant from = Instant.ofEpochMilli(timestamp - 30_000);
            Instant to = Instant.ofEpochMilli(timestamp + 30_000);
            say(store.fetch(key, from, to));
            say(store.backwardFetch(key, from, to));
            say(store.fetch("a", "bb", from, to));
            say(store.fetch(null, "b", from, to));
            say(store.fetchAll(from, to));
            say(store.backwardFetchAll(from, to));
            say(store.all());
        }
    }

    private static final class UseTimestampedWindows extends Use {
        private long latest;

        @Override
        void use(String key, String value, long timestamp) {
            latest = Math.max(latest, timestamp);
            if (timestamp <= latest - WITHIN_RETENTION_MS) {
                return;
            }
            TimestampedWindowStore<String, String> store = context().getStateStore("store");
            long start = timestamp - timestamp % 1_000;
            store.put(key, ValueAndTimestamp.make(value, timestamp), start);
            say(store.fetch(key, start));
            say(store.fetch(key, Instant.ofEpochMilli(timestamp - 30_000), Instant.ofEpochMilli(timestamp)));
            say(store.all());
        }
    }
}
