package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.papi;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the processor of a global store can do beside keeping its store, and what it is refused. */
final class GlobalPrograms {

    private GlobalPrograms() {}

    static List<Program> all() {
        return List.of(papi(
                "global processors: calls",
                Set.of("Topology.addGlobalStore"),
                List.of(Input.words("in"), Input.words("rows"), Input.words("others")),
                topology -> topology.addGlobalStore(
                                rows("store").withLoggingDisabled(),
                                "rows-source",
                                new StringDeserializer(),
                                new StringDeserializer(),
                                "rows",
                                "rows-keeper",
                                Restless::new)
                        .addGlobalStore(
                                rows("other").withLoggingDisabled(),
                                "others-source",
                                new StringDeserializer(),
                                new StringDeserializer(),
                                "others",
                                "others-keeper",
                                () -> new ProcessorPrograms.KeepRows("other"))
                        .addSource("source", "in")
                        .addSink("sink", "out", "source")));
    }

    private static StoreBuilder<KeyValueStore<String, String>> rows(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.String());
    }

    /** Tries everything with each record. */
    private static final class Restless extends ContextualProcessor<String, String, Void, Void> {
        @Override
        public void process(Record<String, String> found) {
            tryAll();
            Outcome.note(
                    "forward",
                    () -> context().forward(found.withKey((Void) null).withValue((Void) null)));
            KeyValueStore<String, String> store = context().getStateStore("store");
            if (found.key() != null) {
                store.put(found.key(), found.value());
            }
        }

        private void tryAll() {
            schedules();
            Outcome.note("commit", () -> context().commit());
            Record<Void, Void> made = new Record<>(null, null, 5);
            Outcome.note("forward to", () -> context().forward(made, "nobody"));
            Outcome.note("forward to null", () -> context().forward(made, null));
            say("own store", context -> name(context.getStateStore("store")));
            say("other store", context -> name(context.getStateStore("other")));
            say("unknown store", context -> name(context.getStateStore("unknown")));
            say("null store", context -> name(context.getStateStore(null)));
            say("application", ProcessorContext::applicationId);
            say("task", ProcessorContext::taskId);
            say("key serde", context -> context.keySerde().getClass().getSimpleName());
            say("value serde", context -> context.valueSerde().getClass().getSimpleName());
            say("state", context -> context.stateDir().getName());
            say("metrics", context -> context.metrics() != null);
            say("config", context -> context.appConfigs().get("application.id"));
            say("prefix", context -> context.appConfigsWithPrefix("application."));
            say("wall clock", ProcessorContext::currentSystemTimeMs);
            say("stream time", ProcessorContext::currentStreamTimeMs);
            say(
                    "metadata",
                    context -> context.recordMetadata()
                            .map(position -> position.topic() + position.partition() + "/" + position.offset()));
        }

        private void schedules() {
            Duration interval = Duration.ofSeconds(1);
            for (PunctuationType type : PunctuationType.values()) {
                Outcome.note(
                        "schedule " + type,
                        () -> context().schedule(interval, type, time -> Diary.note(type + ": " + time)));
                Outcome.note(
                        "schedule at " + type,
                        () -> context()
                                .schedule(
                                        Instant.ofEpochMilli(0),
                                        interval,
                                        type,
                                        time -> Diary.note(type + ": " + time)));
                Outcome.note("wrong schedule " + type, () -> context().schedule(Duration.ZERO, type, time -> {}));
            }
        }

        private static String name(StateStore store) {
            return store == null ? null : store.name();
        }

        private void say(String what, Function<ProcessorContext<Void, Void>, Object> question) {
            Outcome.note(what, () -> Diary.note(what + ": " + question.apply(context())));
        }
    }
}
