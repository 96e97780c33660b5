package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.errors.DeserializationExceptionHandler;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.processor.ProcessorContext;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.To;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a deserialization exception handler of the deprecated kind can ask of its processor context, and what it cannot. */
final class OldHandlerPrograms {
    private static final String HANDLER = StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG;

    private OldHandlerPrograms() {}

    static List<Program> all() {
        return List.of(dsl(
                        "old handlers: task",
                        Set.of("KStream.process"),
                        List.of(Input.words("in")),
                        OldHandlerPrograms::task)
                .with(HANDLER, Asking.class));
    }

    private static void task(StreamsBuilder builder) {
        builder.addStateStore(rows("store"));
        KStream<String, String> shorts = builder.stream(
                "in", Consumed.with(Serdes.String(), Serdes.serdeFrom(new StringSerializer(), onlyShort())));
        shorts.process(Keeper::new, "store").to("out");
    }

    private static StoreBuilder<KeyValueStore<String, String>> rows(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.String());
    }

    /** Reads texts of one letter at most. */
    private static Deserializer<String> onlyShort() {
        return (topic, bytes) -> {
            if (bytes != null && bytes.length > 1) {
                throw new SerializationException("too long");
            }
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        };
    }

    private static final class Keeper extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> found) {
            if (found.key() != null) {
                KeyValueStore<String, String> store = context().getStateStore("store");
                store.put(found.key(), found.value());
            }
            context().forward(found);
        }
    }

    /** Asks for everything there is, and goes on. */
    public static final class Asking implements DeserializationExceptionHandler {
        @Override
        @Deprecated
        public DeserializationHandlerResponse handle(
                ProcessorContext context, ConsumerRecord<byte[], byte[]> found, Exception error) {
            Diary.note("asked, with a context: " + (context != null));
            say("application", context::applicationId);
            say("task", context::taskId);
            say("key serde", () -> context.keySerde().getClass().getSimpleName());
            say("value serde", () -> context.valueSerde().getClass().getSimpleName());
            say("state", () -> context.stateDir().getName());
            say("metrics", () -> context.metrics() != null);
            say("config", () -> context.appConfigs().get("application.id"));
            say("prefix", () -> context.appConfigsWithPrefix("application."));
            say("stream time", context::currentStreamTimeMs);
            // Not the position and the time: the reference tells those of the record before, or none.
            act(context);
            return DeserializationHandlerResponse.CONTINUE;
        }

        private static void act(ProcessorContext context) {
            say("store", () -> {
                StateStore store = context.getStateStore("store");
                return store == null ? null : store.name();
            });
            say("unknown store", () -> context.getStateStore("unknown"));
            say("null store", () -> context.getStateStore(null));
            Outcome.note("commit", context::commit);
            refused("forward", () -> context.forward("k", "v"));
            refused("forward to", () -> context.forward("k", "v", To.child("sink")));
            refused("forward to all", () -> context.forward("k", "v", To.all()));
            Outcome.note("register", () -> context.register(null, null));
            Duration interval = Duration.ofSeconds(1);
            Outcome.note(
                    "schedule",
                    () -> context.schedule(
                            interval, PunctuationType.STREAM_TIME, time -> Diary.note("stream time is " + time)));
            Outcome.note(
                    "schedule at",
                    () -> context.schedule(
                            Instant.ofEpochMilli(0),
                            interval,
                            PunctuationType.WALL_CLOCK_TIME,
                            time -> Diary.note("wall clock says " + time)));
            Outcome.note(
                    "wrong schedule", () -> context.schedule(Duration.ZERO, PunctuationType.STREAM_TIME, time -> {}));
        }

        /** Before the first record, the reference refuses with a NullPointerException. */
        private static void refused(String what, Runnable attempt) {
            try {
                attempt.run();
                Diary.note(what + " went well");
            } catch (RuntimeException refused) {
                Diary.note(what + " is refused");
            }
        }

        private static void say(String what, Supplier<Object> question) {
            Outcome.note(what, () -> Diary.note(what + ": " + question.get()));
        }

        @Override
        public void configure(Map<String, ?> configs) {}
    }
}
