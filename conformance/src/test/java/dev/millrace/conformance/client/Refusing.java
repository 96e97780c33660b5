package dev.millrace.conformance.client;

import static org.awaitility.Awaitility.await;

import dev.millrace.conformance.script.Transcript;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StoreQueryParameters;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.ThreadMetadata;
import dev.millrace.streams.Topology;
import dev.millrace.streams.errors.InvalidStateStoreException;
import dev.millrace.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.query.KeyQuery;
import dev.millrace.streams.query.StateQueryRequest;
import dev.millrace.streams.state.QueryableStoreTypes;
import dev.millrace.streams.state.ReadOnlyKeyValueStore;
import dev.millrace.streams.state.ReadOnlyWindowStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Clients of which more is asked in each state than they can give in it: what they refuse, and how. */
public final class Refusing {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String INPUT = "in";
    private static final String RESTORED_INPUT = "restored";
    private static final String STORE = "rows";
    private static final String POISON = "poison";

    private final Properties settings = new Properties();
    private final Transcript transcript = new Transcript();

    private Refusing(String bootstrapServers, Path directory) {
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "100");
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
    }

    /** Takes clients through all states and writes down what they say; there are topics {@code in} and {@code restored} of one partition. */
    public static Transcript run(String bootstrapServers, Path directory) {
        Refusing refusing = new Refusing(bootstrapServers, directory);
        refusing.neverStarted();
        refusing.startedAndClosed();
        refusing.withoutTasks();
        refusing.restoring();
        refusing.failed();
        return refusing.transcript;
    }

    private static Topology topology(String input) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.table(input, Materialized.as(STORE)).toStream().foreach((key, value) -> {
            if (POISON.equals(value)) {
                throw new IllegalArgumentException(POISON);
            }
        });
        return builder.build();
    }

    // ---- lives ----

    /** Each belongs to an application of its own: a client that is closed stays a member of its group for a while. */
    private KafkaStreams client(String application) {
        return client(application, INPUT);
    }

    private KafkaStreams client(String application, String input) {
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        return new KafkaStreams(topology(input), settings);
    }

    private void neverStarted() {
        KafkaStreams client = client("never-started");
        ask(client, "created", null);
        client.close(PATIENCE);
        ask(client, "closed without a start", null);
    }

    private void startedAndClosed() {
        KafkaStreams client = client("closed");
        client.start();
        transcript.line("starting: " + client.state());
        ReadOnlyKeyValueStore<String, String> early = view(client, STORE);
        say("key of a view", () -> early.get("key"));
        await().atMost(PATIENCE).until(() -> client.state() == State.RUNNING);
        say("key of the same view later", () -> early.get("key"));
        ReadOnlyKeyValueStore<String, String> view = view(client, STORE);
        ask(client, "running", view);
        client.close(PATIENCE);
        ask(client, "closed", view);
    }

    /** Of two clients, one has the only partition. */
    private void withoutTasks() {
        KafkaStreams one = client("shared");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, settings.get(StreamsConfig.STATE_DIR_CONFIG) + "-other");
        KafkaStreams other = client("shared");
        start(one);
        other.start();
        await().atMost(PATIENCE).until(() -> isIdle(one) != isIdle(other));
        ask(isIdle(one) ? one : other, "running without tasks", null);
        other.close(PATIENCE);
        one.close(PATIENCE);
    }

    private static boolean isIdle(KafkaStreams client) {
        return client.state() == State.RUNNING
                && client.metadataForLocalThreads().stream()
                        .allMatch(thread -> thread.activeTasks().isEmpty());
    }

    /** A client without local files, at the moment when its store has all that the changelog has, but does not run yet. */
    private void restoring() {
        KafkaStreams before = client("restoring", RESTORED_INPUT);
        ReadOnlyKeyValueStore<String, String> written = start(before);
        send(RESTORED_INPUT, "value");
        await().atMost(PATIENCE).until(() -> "value".equals(written.get("key")));
        before.close(PATIENCE);
        before.cleanUp();

        KafkaStreams client = client("restoring", RESTORED_INPUT);
        HeldRestoration restoration = new HeldRestoration();
        client.setGlobalStateRestoreListener(restoration);
        client.start();
        restoration.awaitEnd(PATIENCE);
        transcript.line("restoring: " + client.state());
        StoreQueryParameters<ReadOnlyKeyValueStore<String, String>> parameters =
                StoreQueryParameters.fromNameAndType(STORE, QueryableStoreTypes.keyValueStore());
        say("store", () -> unlessMoving(client.store(parameters)));
        say("partition", () -> unlessMoving(client.store(parameters.withPartition(0))));
        StoreQueryParameters<ReadOnlyKeyValueStore<String, String>> stale = parameters.enableStaleStores();
        say("stale store", () -> client.store(stale).get("key"));
        say("stale partition", () -> client.store(stale.withPartition(0)).get("key"));
        say(
                "stale partition that is not there",
                () -> client.store(stale.withPartition(7)).get("key"));
        say("query", () -> query(client, STORE));
        restoration.release();
        client.close(PATIENCE);
    }

    /** Of the kinds of one exception, one engine may throw a more special one. */
    private static @Nullable String unlessMoving(ReadOnlyKeyValueStore<String, String> view) {
        try {
            return view.get("key");
        } catch (InvalidStateStoreException moving) {
            return "not now";
        }
    }

    private void failed() {
        KafkaStreams client = client("failed");
        client.setUncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        ReadOnlyKeyValueStore<String, String> view = start(client);
        send(INPUT, POISON);
        await().atMost(PATIENCE).until(() -> client.state() == State.ERROR);
        ask(client, "failed", view);
        client.close(PATIENCE);
        ask(client, "closed after it failed", view);
    }

    private static ReadOnlyKeyValueStore<String, String> start(KafkaStreams client) {
        client.start();
        await().atMost(PATIENCE).until(() -> client.state() == State.RUNNING);
        return view(client, STORE);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // close waits for it
    private void send(String topic, String value) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value));
        }
    }

    private static ReadOnlyKeyValueStore<String, String> view(KafkaStreams client, String store) {
        return client.store(StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore()));
    }

    // ---- questions ----

    private void ask(KafkaStreams client, String title, @Nullable ReadOnlyKeyValueStore<String, String> view) {
        transcript.line(title + ": " + client.state());
        askStores(client, view);
        askMetadata(client);
        askForChange(client);
    }

    private void askStores(KafkaStreams client, @Nullable ReadOnlyKeyValueStore<String, String> view) {
        say("store", () -> view(client, STORE).get("key"));
        say("unknown store", () -> view(client, "unknown"));
        StoreQueryParameters<ReadOnlyKeyValueStore<String, String>> parameters =
                StoreQueryParameters.fromNameAndType(STORE, QueryableStoreTypes.keyValueStore());
        say("partition", () -> client.store(parameters.withPartition(0)).get("key"));
        say("partition that is not there", () -> given(client.store(parameters.withPartition(7))));
        say("key of it", () -> client.store(parameters.withPartition(7)).get("key"));
        StoreQueryParameters<ReadOnlyWindowStore<String, String>> windows =
                StoreQueryParameters.fromNameAndType(STORE, QueryableStoreTypes.windowStore());
        say("store as windows", () -> given(client.store(windows)));
        say("one of its windows", () -> client.store(windows).fetch("key", 0));
        if (view != null) {
            say("key of a view", () -> view.get("key"));
            say("all of a view", () -> {
                try (var all = view.all()) {
                    return all.hasNext();
                }
            });
            say("size of a view", view::approximateNumEntries);
        }
        say("query", () -> query(client, STORE));
        say("query of an unknown store", () -> query(client, "unknown"));
    }

    private static String given(Object view) {
        Objects.requireNonNull(view);
        return "given";
    }

    private static Object query(KafkaStreams client, String store) {
        return client.query(StateQueryRequest.inStore(store).withQuery(KeyQuery.withKey("key")))
                .getPartitionResults()
                .keySet();
    }

    private void askMetadata(KafkaStreams client) {
        say(
                "threads",
                () -> client.metadataForLocalThreads().stream()
                        .map(Refusing::text)
                        .toList());
        say("clients", client::metadataForAllStreamsClients);
        say("clients with a store", () -> client.streamsMetadataForStore(STORE));
        say("clients with an unknown store", () -> client.streamsMetadataForStore("unknown"));
        say("client with a key", () -> client.queryMetadataForKey(STORE, "key", new StringSerializer()));
        say(
                "client with a key, partitioned",
                () -> client.queryMetadataForKey(
                        STORE, "key", (topic, key, value, partitions) -> Optional.of(Set.of(0))));
        say("lags", () -> client.allLocalStorePartitionLags().keySet());
        say("metrics", () -> client.metrics().isEmpty());
        say(
                "ids of clients",
                () -> client.clientInstanceIds(Duration.ZERO)
                        .consumerInstanceIds()
                        .size());
    }

    private static String text(ThreadMetadata thread) {
        String name = thread.threadName();
        return name.substring(name.indexOf("-StreamThread-")) + " " + thread.threadState() + " "
                + thread.activeTasks().size() + thread.standbyTasks().size()
                + thread.consumerClientId().equals(name + "-consumer");
    }

    /** None of it changes anything. */
    private void askForChange(KafkaStreams client) {
        if (!client.state().hasNotStarted()) {
            say("state listener", done(client, each -> each.setStateListener((now, before) -> {})));
            say("restore listener", done(client, each -> each.setGlobalStateRestoreListener(null)));
            say("standby listener", done(client, each -> each.setStandbyUpdateListener(null)));
            say(
                    "exception handler",
                    done(
                            client,
                            each -> each.setUncaughtExceptionHandler(
                                    failure -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT)));
        }
        if (!client.state().isRunningOrRebalancing()) {
            say("one more thread", client::addStreamThread);
            say("one thread less", client::removeStreamThread);
            say("clean-up", done(client, KafkaStreams::cleanUp));
        }
        if (client.state().hasCompletedShutdown()) {
            say("start", done(client, KafkaStreams::start));
        }
        say("close with a negative patience", () -> client.close(Duration.ofMillis(-1)));
        say("is paused", client::isPaused);
    }

    private static Supplier<Object> done(KafkaStreams client, Consumer<KafkaStreams> change) {
        return () -> {
            change.accept(client);
            return "done";
        };
    }

    private void say(String question, Supplier<?> answer) {
        String said;
        try {
            said = String.valueOf(answer.get());
        } catch (RuntimeException refused) {
            said = refused.getClass().getName().replaceAll(".*\\.", "");
        }
        transcript.line("  " + question + ": " + said);
    }
}
