package dev.millrace.conformance.client;

import static org.awaitility.Awaitility.await;

import dev.millrace.conformance.script.Transcript;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.errors.DeserializationExceptionHandler;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.processor.ProcessorContext;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.Stores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;

/** Clients whose user code or input is broken: what they are told about it, and how they end. */
public final class Failing {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String INPUT = "in";
    private static final String ROWS = "rows";
    private static final String POISONS = "poisons";
    private static final List<String> NOTES = new CopyOnWriteArrayList<>();

    private final Properties settings = new Properties();
    private final Transcript transcript = new Transcript();
    private final Path directory;

    private Failing(String bootstrapServers, Path directory) {
        this.directory = directory;
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "100");
        // The reference does not say good-bye: the group goes on when it is missed.
        settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), "6000");
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, Asking.class);
    }

    /** Runs clients that fail and writes down how; there are topics {@code in}, {@code rows} and {@code poisons} of one partition. */
    public static Transcript run(String bootstrapServers, Path directory) {
        Failing failing = new Failing(bootstrapServers, directory);
        NOTES.clear();
        failing.unreadableRows();
        failing.toldOf("start", Failing::failingAtStart);
        failing.toldOf("record", builder -> builder.stream(INPUT).foreach(Failing::fail));
        failing.toldOf(
                "held back update",
                builder -> builder.<String, String>stream(INPUT)
                        .groupByKey()
                        .count()
                        .toStream()
                        .foreach(Failing::fail));
        failing.everywhere();
        return failing.transcript;
    }

    private KafkaStreams client(String application, String instance, Topology topology) {
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application.replace(' ', '-'));
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.resolve(instance).toString());
        return new KafkaStreams(topology, settings);
    }

    // ---- global stores ----

    private static Topology keeping(String topic, Consumer<String> work) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("store"), Serdes.String(), Serdes.String())
                        .withLoggingDisabled(),
                topic,
                Consumed.with(Serdes.String(), onlyGood()),
                () -> new ContextualProcessor<String, String, Void, Void>() {
                    @Override
                    public void process(Record<String, String> found) {
                        work.accept(found.value());
                    }
                });
        builder.stream(INPUT).foreach((key, value) -> {});
        return builder.build();
    }

    private static Serde<String> onlyGood() {
        return Serdes.serdeFrom(new StringSerializer(), (topic, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.startsWith("bad")) {
                throw new SerializationException(text);
            }
            return text;
        });
    }

    /** One is there at start, another comes later. */
    private void unreadableRows() {
        send(ROWS, "bad at start");
        KafkaStreams client = client("unreadable", "one", keeping(ROWS, value -> {}));
        client.start();
        await().atMost(PATIENCE).until(() -> client.state() == State.RUNNING);
        send(ROWS, "bad later");
        await().atMost(PATIENCE).until(() -> NOTES.contains("end of bad later"));
        client.close(PATIENCE);
        NOTES.forEach(transcript::line);
    }

    /** Only one of two clients fails, and its handler wants both to end. */
    private void everywhere() {
        KafkaStreams one = client("everywhere", "one", keeping(POISONS, value -> fail(null, value)));
        KafkaStreams other = client("everywhere", "other", keeping(POISONS, value -> {}));
        List<String> told = new CopyOnWriteArrayList<>();
        for (KafkaStreams each : List.of(one, other)) {
            each.setUncaughtExceptionHandler(failure -> {
                told.add(text(failure));
                return StreamThreadExceptionResponse.SHUTDOWN_APPLICATION;
            });
            each.start();
        }
        await().atMost(PATIENCE).until(() -> one.state() == State.RUNNING && other.state() == State.RUNNING);
        send(POISONS, "poison");
        await().atMost(PATIENCE).until(() -> hasFailed(one) && hasFailed(other));
        transcript.line("everywhere: both ended, told of " + told);
        one.close(PATIENCE);
        other.close(PATIENCE);
    }

    /** The reference takes its time for the second of these states. */
    private static boolean hasFailed(KafkaStreams client) {
        return client.state() == State.PENDING_ERROR || client.state() == State.ERROR;
    }

    // ---- streams ----

    private void toldOf(String what, Consumer<StreamsBuilder> definition) {
        StreamsBuilder builder = new StreamsBuilder();
        definition.accept(builder);
        KafkaStreams client = client(what, "one", builder.build());
        client.setUncaughtExceptionHandler(failure -> {
            transcript.line(what + ": " + text(failure));
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        client.start();
        await().atMost(PATIENCE).until(() -> client.state() == State.RUNNING || client.state() == State.ERROR);
        send(INPUT, "value");
        await().atMost(PATIENCE).until(() -> client.state() == State.ERROR);
        client.close(PATIENCE);
    }

    private static void failingAtStart(StreamsBuilder builder) {
        builder.<String, String>stream(INPUT).process(() -> new ContextualProcessor<String, String, Void, Void>() {
            @Override
            public void init(dev.millrace.streams.processor.api.ProcessorContext<Void, Void> context) {
                fail(null, null);
            }

            @Override
            public void process(Record<String, String> found) {}
        });
    }

    private static void fail(Object key, Object value) {
        throw new IllegalStateException("broken");
    }

    /** The exceptions with the tasks that they name. */
    private static String text(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            all.append(each.getClass().getSimpleName());
            if (each instanceof StreamsException named) {
                all.append(' ').append(named.taskId());
            }
            all.append(", ");
        }
        return all.toString();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // close waits for it
    private void send(String topic, String value) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value));
        }
    }

    /** Asks its context for what it can, and goes on. */
    public static final class Asking implements DeserializationExceptionHandler {
        @Override
        @Deprecated
        public DeserializationHandlerResponse handle(
                ProcessorContext context, ConsumerRecord<byte[], byte[]> found, Exception error) {
            say("application", context::applicationId);
            say("task", context::taskId);
            say("key serde", () -> context.keySerde().getClass().getSimpleName());
            say("state", () -> context.stateDir().getName());
            say("metrics", () -> context.metrics() != null);
            say("config", () -> context.appConfigs().get("application.id"));
            say("wall clock", () -> context.currentSystemTimeMs() > 0);
            say("stream time", context::currentStreamTimeMs);
            say("topic", context::topic);
            say("partition", context::partition);
            say("store", () -> context.getStateStore("store").name());
            say("unknown store", () -> context.getStateStore("unknown"));
            say("null store", () -> context.getStateStore(null));
            Duration second = Duration.ofSeconds(1);
            say("schedule", () -> context.schedule(second, PunctuationType.STREAM_TIME, time -> {}));
            context.commit();
            NOTES.add("end of " + new String(found.value(), StandardCharsets.UTF_8));
            return DeserializationHandlerResponse.CONTINUE;
        }

        private static void say(String what, Supplier<Object> question) {
            try {
                NOTES.add(what + ": " + question.get());
            } catch (RuntimeException refused) {
                NOTES.add(what + ": " + refused.getClass().getSimpleName());
            }
        }

        @Override
        public void configure(Map<String, ?> configs) {}
    }
}
