package dev.millrace.streams;

import dev.millrace.driver.Driver;
import dev.millrace.driver.Shapes;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.SessionStoreWithHeaders;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.TimestampedKeyValueStoreWithHeaders;
import dev.millrace.streams.state.TimestampedWindowStore;
import dev.millrace.streams.state.TimestampedWindowStoreWithHeaders;
import dev.millrace.streams.state.ValueAndTimestamp;
import dev.millrace.streams.state.ValueTimestampHeaders;
import dev.millrace.streams.state.VersionedKeyValueStore;
import dev.millrace.streams.state.WindowStore;
import dev.millrace.topology.recorder.RecordedTopology;
import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullUnmarked;

/**
 * Runs a topology in a test: without a broker, without threads, and with the very tasks and operators that run in production.
 *
 * <pre>{@code
 * try (var driver = new TopologyTestDriver(builder.build(), properties)) {
 *     var words = driver.createInputTopic("words", new StringSerializer(), new StringSerializer());
 *     var counts = driver.createOutputTopic("counts", new StringDeserializer(), new LongDeserializer());
 *     words.pipeInput("hello");
 *     assertEquals(1L, counts.readValue());
 * }
 * }</pre>
 *
 * <p>Each record that is piped is processed to its end and committed before the call returns: caches are flushed, internal
 * topics followed. Every topic has one partition. Stream time comes from the records; wall-clock time stands still until
 * {@link #advanceWallClockTime}. Stores live in memory, persistent ones too. For one thread.
 */
@NullUnmarked
public class TopologyTestDriver implements Closeable {
    private static final String NO_APPLICATION_ID = "dummy-topology-test-driver-app-id-";
    private static final String NO_BROKER = "dummy-bootstrap-host:0";

    private final Driver driver;

    /** A driver without configuration; see {@link #TopologyTestDriver(Topology, Properties, Instant)}. */
    public TopologyTestDriver(Topology topology) {
        this(topology, new Properties());
    }

    /** See {@link #TopologyTestDriver(Topology, Properties, Instant)}; wall-clock time starts now. */
    public TopologyTestDriver(Topology topology, Properties config) {
        this(topology, config, null);
    }

    /** A driver without configuration; see {@link #TopologyTestDriver(Topology, Properties, Instant)}. */
    public TopologyTestDriver(Topology topology, Instant initialWallClockTime) {
        this(topology, new Properties(), initialWallClockTime);
    }

    /**
     * Starts a topology.
     *
     * @param config the application's configuration; {@code application.id} and {@code bootstrap.servers} may be left out
     * @param initialWallClockTime where wall-clock time starts; null for now
     */
    public TopologyTestDriver(Topology topology, Properties config, Instant initialWallClockTime) {
        RecordedTopology recorded = (RecordedTopology) topology.recorder;
        Instant start = initialWallClockTime == null ? Instant.now() : initialWallClockTime;
        driver = new Driver(recorded, completed(config), start);
    }

    private static StreamsConfig completed(Properties given) {
        Properties config = new Properties();
        int number = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, NO_APPLICATION_ID + number);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, NO_BROKER);
        given.stringPropertyNames().forEach(name -> config.put(name, given.getProperty(name)));
        config.putAll(given);
        return new StreamsConfig(config);
    }

    // ---- topics ----

    /** An input topic whose records have the driver's present wall-clock time unless they bring their own. */
    public final <K, V> TestInputTopic<K, V> createInputTopic(
            String topicName, Serializer<K> keySerializer, Serializer<V> valueSerializer) {
        Instant now = Instant.ofEpochMilli(driver.nowMs());
        return createInputTopic(topicName, keySerializer, valueSerializer, now, Duration.ZERO);
    }

    /**
     * An input topic with a time of its own.
     *
     * @param startTimestamp the time of the first record that brings none
     * @param autoAdvance how much later each next such record is
     */
    public final <K, V> TestInputTopic<K, V> createInputTopic(
            String topicName,
            Serializer<K> keySerializer,
            Serializer<V> valueSerializer,
            Instant startTimestamp,
            Duration autoAdvance) {
        return new TestInputTopic<>(driver, topicName, keySerializer, valueSerializer, startTimestamp, autoAdvance);
    }

    /** An output topic: any topic that the topology writes, internal ones included. */
    public final <K, V> TestOutputTopic<K, V> createOutputTopic(
            String topicName, Deserializer<K> keyDeserializer, Deserializer<V> valueDeserializer) {
        return new TestOutputTopic<>(driver, topicName, keyDeserializer, valueDeserializer);
    }

    /** The names of all topics that were written to so far, internal ones included. */
    public final Set<String> producedTopicNames() {
        return driver.writtenTopics();
    }

    /** Moves wall-clock time on, and runs the punctuations that this makes due, each once. */
    public void advanceWallClockTime(Duration advance) {
        driver.advanceWallClock(Objects.requireNonNull(advance, "advance cannot be null"));
    }

    // ---- stores ----

    /** All stores by name. What is put there by hand is logged, and forwarded if the store caches, with the next record. */
    public Map<String, StateStore> getAllStateStores() {
        return new HashMap<>(driver.stores());
    }

    /**
     * A store of the user's own making, or null if there is none of that name.
     *
     * @throws IllegalArgumentException if it is a built-in store, for which there is a method with its type
     */
    public StateStore getStateStore(String name) {
        StateStore store = driver.stores().get(name);
        for (BuiltIn kind : BuiltIn.values()) {
            if (kind.type.isInstance(store)) {
                throw new IllegalArgumentException(
                        "Store " + name + " is a " + kind.noun + ": get it with " + kind.method + "()");
            }
        }
        return store;
    }

    private <S> S store(String name, Class<S> kind) {
        StateStore store = driver.stores().get(name);
        return kind.isInstance(store) ? kind.cast(store) : null;
    }

    /** A key-value store, or null if there is none of that name and kind. Of a timestamped one the bare values. */
    @SuppressWarnings("unchecked")
    public <K, V> KeyValueStore<K, V> getKeyValueStore(String name) {
        KeyValueStore<K, ?> store = store(name, KeyValueStore.class);
        return store == null ? null : Shapes.plain(store);
    }

    /** A timestamped key-value store, or null if there is none of that name and kind. */
    @SuppressWarnings("unchecked")
    public <K, V> KeyValueStore<K, ValueAndTimestamp<V>> getTimestampedKeyValueStore(String name) {
        TimestampedKeyValueStoreWithHeaders<K, V> headed = store(name, TimestampedKeyValueStoreWithHeaders.class);
        return headed == null ? store(name, TimestampedKeyValueStore.class) : Shapes.stamped(headed);
    }

    /** A window store, or null if there is none of that name and kind. Of values with more to them the bare values. */
    @SuppressWarnings("unchecked")
    public <K, V> WindowStore<K, V> getWindowStore(String name) {
        WindowStore<K, ?> store = store(name, WindowStore.class);
        return store == null ? null : Shapes.plain(store);
    }

    /** A timestamped window store, or null if there is none of that name and kind. Headers are left out. */
    @SuppressWarnings("unchecked")
    public <K, V> WindowStore<K, ValueAndTimestamp<V>> getTimestampedWindowStore(String name) {
        TimestampedWindowStoreWithHeaders<K, V> headed = store(name, TimestampedWindowStoreWithHeaders.class);
        return headed == null ? store(name, TimestampedWindowStore.class) : Shapes.stamped(headed);
    }

    /** A session store, or null if there is none of that name and kind. Of one with headers the bare aggregates. */
    @SuppressWarnings("unchecked")
    public <K, V> SessionStore<K, V> getSessionStore(String name) {
        SessionStore<K, ?> store = store(name, SessionStore.class);
        return store == null ? null : Shapes.plain(store);
    }

    /** A session store with headers, or null if there is none of that name and kind. */
    @SuppressWarnings("unchecked")
    public <K, V> SessionStoreWithHeaders<K, V> getSessionStoreWithHeaders(String name) {
        return store(name, SessionStoreWithHeaders.class);
    }

    /** A versioned key-value store, or null if there is none of that name and kind. */
    @SuppressWarnings("unchecked")
    public <K, V> VersionedKeyValueStore<K, V> getVersionedKeyValueStore(String name) {
        return store(name, VersionedKeyValueStore.class);
    }

    /** A key-value store with timestamps and headers, or null if there is none of that name and kind. */
    @SuppressWarnings("unchecked")
    public <K, V> KeyValueStore<K, ValueTimestampHeaders<V>> getTimestampedKeyValueStoreWithHeaders(String name) {
        return store(name, TimestampedKeyValueStoreWithHeaders.class);
    }

    /** A window store with timestamps and headers, or null if there is none of that name and kind. */
    @SuppressWarnings("unchecked")
    public <K, V> WindowStore<K, ValueTimestampHeaders<V>> getTimestampedWindowStoreWithHeaders(String name) {
        return store(name, TimestampedWindowStoreWithHeaders.class);
    }

    /** All metrics. */
    public Map<MetricName, ? extends Metric> metrics() {
        return driver.metrics();
    }

    /** Closes all processors and stores. Closing again does nothing. */
    @Override
    public void close() {
        driver.close();
    }

    /** The kinds of stores with a method of their own here; special kinds before the general. */
    private enum BuiltIn {
        TIMESTAMPED(TimestampedKeyValueStore.class, "timestamped key-value store", "getTimestampedKeyValueStore"),
        KEY_VALUE(KeyValueStore.class, "key-value store", "getKeyValueStore"),
        VERSIONED(VersionedKeyValueStore.class, "versioned key-value store", "getVersionedKeyValueStore"),
        TIMESTAMPED_WINDOW(TimestampedWindowStore.class, "timestamped window store", "getTimestampedWindowStore"),
        WINDOW_WITH_HEADERS(
                TimestampedWindowStoreWithHeaders.class,
                "timestamped window store with headers",
                "getTimestampedWindowStoreWithHeaders"),
        WINDOW(WindowStore.class, "window store", "getWindowStore"),
        SESSION(SessionStore.class, "session store", "getSessionStore");

        private final Class<? extends StateStore> type;
        private final String noun;
        private final String method;

        @SuppressWarnings("rawtypes")
        BuiltIn(Class<? extends StateStore> type, String noun, String method) {
            this.type = type;
            this.noun = noun;
            this.method = method;
        }
    }
}
