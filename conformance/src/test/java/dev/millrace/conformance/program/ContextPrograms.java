package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;
import static dev.millrace.conformance.program.Program.papi;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.processor.api.ContextualFixedKeyProcessor;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.FixedKeyRecord;
import dev.millrace.streams.processor.api.Processor;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.WindowStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a processor can ask its context and its stores, beside the usual. */
final class ContextPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in").complete());

    private ContextPrograms() {}

    static List<Program> all() {
        return List.of(
                dsl(
                        "context: answers",
                        Set.of("KStream.process"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .process(Ask::new)
                                .to("out")),
                dsl(
                        "context: new records",
                        Set.of("KStream.process"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .process(Rewrite::new)
                                .processValues(RewriteValue::new)
                                .to("out")),
                dsl(
                        "context: store facts",
                        Set.of("KStream.process", "KeyValueStore"),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .process(new WithStore())
                                .to("out")),
                dsl("context: old window calls", Set.of("WindowStore"), WORDS, builder -> {
                    builder.addStateStore(Stores.windowStoreBuilder(
                            Stores.persistentWindowStore("store", Duration.ofDays(1), Duration.ofSeconds(10), false),
                            Serdes.String(),
                            Serdes.String()));
                    KStream<String, String> stream = builder.stream("in");
                    stream.process(Windows::new, "store").to("out");
                }),
                papi(
                        "context: read-only stores",
                        Set.of("Topology.addStateStore"),
                        List.of(Input.words("in"), Input.words("rows"), Input.words("late")),
                        topology -> topology.addReadOnlyStateStore(
                                        rows("rows-store"),
                                        "rows-source",
                                        new StringDeserializer(),
                                        new StringDeserializer(),
                                        "rows",
                                        "rows-keeper",
                                        () -> new ProcessorPrograms.KeepRows("rows-store"))
                                .addReadOnlyStateStore(
                                        rows("late-store"),
                                        "late-source",
                                        (found, partitionTime) -> found.timestamp() + 1,
                                        new StringDeserializer(),
                                        new StringDeserializer(),
                                        "late",
                                        "late-keeper",
                                        () -> new ProcessorPrograms.KeepRows("late-store"))
                                .addSource("source", "in")
                                .addProcessor("look-up", ProcessorPrograms.LookUp::new, "source")
                                .connectProcessorAndStateStores("look-up", "rows-store", "late-store")
                                .addSink("sink", "out", "look-up")),
                papi(
                        "context: global store with times",
                        Set.of("Topology.addGlobalStore"),
                        List.of(Input.words("in"), Input.words("rows")),
                        topology -> topology.addGlobalStore(
                                        rows("rows-store").withLoggingDisabled(),
                                        "rows-source",
                                        (found, partitionTime) -> found.timestamp() + 1,
                                        new StringDeserializer(),
                                        new StringDeserializer(),
                                        "rows",
                                        "rows-keeper",
                                        () -> new ProcessorPrograms.KeepRows("rows-store"))
                                .addSource("source", "in")
                                .addProcessor("look-up", ProcessorPrograms.LookUp::new, "source")
                                .addSink("sink", "out", "look-up")));
    }

    private static StoreBuilder<KeyValueStore<String, String>> rows(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.String());
    }

    private static final class Ask extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> found) {
            context()
                    .forward(found.withValue(
                            context().applicationId() + " " + context().currentSystemTimeMs() + " "
                                    + context().currentStreamTimeMs() + " "
                                    + context().keySerde().getClass().getSimpleName() + " "
                                    + context().valueSerde().getClass().getSimpleName() + " "
                                    + context().stateDir().getName() + " "
                                    + context().appConfigs().get("application.id") + " "
                                    + context().appConfigsWithPrefix("application.") + " "
                                    + (context().metrics() != null)));
            context().commit();
        }
    }

    private static final class Rewrite extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> found) {
            var headers = new RecordHeaders(found.headers()).add("more", new byte[] {1});
            context().forward(found.withHeaders(headers).withKey(found.key() + "k"));
            context().forward(found);
            var negative = found.withKey("negative");
            Outcome.note("negative time", () -> context().forward(negative.withTimestamp(-2)));
            Outcome.note("no such child", () -> context().forward(negative, "nobody"));
        }
    }

    private static final class RewriteValue extends ContextualFixedKeyProcessor<String, String, String> {
        @Override
        public void process(FixedKeyRecord<String, String> found) {
            found.headers().add("late", found.key().getBytes(StandardCharsets.UTF_8));
            context().forward(found.withHeaders(new RecordHeaders()));
            Outcome.note("no such child", () -> context().forward(found, "nobody"));
            context().forward(found);
        }
    }

    /** Brings its own store, and asks the store and its builder about themselves. */
    private static final class WithStore implements ProcessorSupplier<String, String, String, String> {
        private final StoreBuilder<KeyValueStore<String, String>> builder =
                rows("own").withCachingDisabled().withLoggingEnabled(Map.of("retention.ms", "5"));

        @Override
        public Processor<String, String, String, String> get() {
            return new AskStore();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            Diary.note(builder.name() + builder.loggingEnabled() + new TreeMap<>(builder.logConfig()));
            return Set.of(builder);
        }
    }

    private static final class AskStore extends ContextualProcessor<String, String, String, String> {
        @Override
        @SuppressWarnings("deprecation") // flush is still there
        public void process(Record<String, String> found) {
            KeyValueStore<String, String> store = context().getStateStore("own");
            store.put(found.key(), found.value());
            store.flush();
            try (var entries = store.all()) {
                String first = entries.peekNextKey();
                Diary.note(store.name() + store.isOpen() + store.persistent() + first + entries.next().value);
            }
            Outcome.note("null key", () -> store.put(null, "x"));
            Outcome.note("null get", () -> store.get(null));
            Outcome.note("null delete", () -> store.delete(null));
            Outcome.note("null absent", () -> store.putIfAbsent(null, "x"));
            Outcome.note("reversed range", () -> store.range("z", "a").close());
            Outcome.note("close", store::close);
            Outcome.note("init", () -> store.init(null, store));
            Outcome.note("unknown store", () -> context().getStateStore("other"));
            Outcome.note("used up", () -> {
                try (var none = store.range("zz", "zzz")) {
                    none.next();
                }
            });
            context().forward(found);
        }
    }

    /** The methods with times as numbers. */
    private static final class Windows extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> found) {
            WindowStore<String, String> store = context().getStateStore("store");
            long time = found.timestamp();
            store.put(found.key(), found.value(), time - time % 1_000);
            note(store.fetch(found.key(), time - 30_000, time));
            note(store.backwardFetch(found.key(), time - 30_000, time));
            note(store.fetch("a", "bb", time - 30_000, time));
            note(store.backwardFetch("a", "bb", time - 30_000, time));
            note(store.fetchAll(time - 30_000, time));
            note(store.backwardFetchAll(time - 30_000, time));
            note(store.backwardFetch("a", "c", Instant.ofEpochMilli(time - 30_000), Instant.ofEpochMilli(time)));
            note(store.backwardFetch(null, "b", Instant.ofEpochMilli(time - 30_000), Instant.ofEpochMilli(time)));
        }

        private static void note(KeyValueIterator<?, ?> entries) {
            StringBuilder all = new StringBuilder();
            try (entries) {
                while (entries.hasNext()) {
                    all.append(entries.next()).append(' ');
                }
            }
            Diary.note(all.toString());
        }
    }
}
