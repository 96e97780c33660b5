package dev.millrace.conformance.client;

import static org.awaitility.Awaitility.await;

import dev.millrace.conformance.client.ToldStore.Disk;
import dev.millrace.conformance.script.Transcript;
import dev.millrace.streams.CloseOptions;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.TimestampedBytesStore;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.ValueAndTimestamp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;

/** An application with stores of the user's making: what the engine tells them. */
public final class Telling {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String INPUT = "in";
    private static final List<String> SUPPLIED = List.of("plain", "plain-unmanaged", "stamped", "stamps");
    private static final List<String> MANAGING = List.of("custom", "plain", "stamped", "stamps");

    private final Properties settings = new Properties();
    private final Transcript transcript = new Transcript();
    private final Map<String, Disk> disks = new ConcurrentSkipListMap<>();
    private long sent;

    private Telling(String bootstrapServers, Path directory) {
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "telling");
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "100");
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
    }

    /** Lets the application live several times and writes down what its stores are told; there is a topic {@code in} of one partition. */
    public static Transcript run(String bootstrapServers, Path directory) {
        Telling telling = new Telling(bootstrapServers, directory);
        telling.live("first life", "a", "b", "a");
        telling.live("second life", "c");
        telling.managing().forEach(disk -> disk.setBack(1));
        telling.live("set back", "d");
        telling.settings.put(StreamsConfig.STATE_DIR_CONFIG, directory + "-other");
        telling.live("without its directory", "e");
        telling.disks.keySet().removeAll(MANAGING);
        telling.live("without what its stores remember", "f");
        return telling.transcript;
    }

    private List<Disk> managing() {
        return MANAGING.stream().map(disks::get).toList();
    }

    private void live(String title, String... keys) {
        KafkaStreams client = new KafkaStreams(topology(), settings);
        client.start();
        await().atMost(PATIENCE).until(() -> client.state() == State.RUNNING);
        for (String key : keys) {
            send(key);
            long offset = sent++;
            await().atMost(PATIENCE)
                    .until(() ->
                            SUPPLIED.stream().allMatch(name -> disks.get(name).hasCommitted(offset)));
        }
        client.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(PATIENCE));
        transcript.line(title);
        disks.forEach((name, disk) -> disk.told().forEach(each -> transcript.line("  " + name + ": " + each)));
    }

    private Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(new Custom("custom", () -> new ToldStore("custom", true, false, disk("custom"))));
        builder.addStateStore(
                new Custom("unmanaged", () -> new ToldStore("unmanaged", false, true, disk("unmanaged"))));
        builder.addStateStore(plain("plain", true, false));
        builder.addStateStore(plain("plain-unmanaged", false, true));
        builder.addStateStore(Stores.timestampedKeyValueStoreBuilder(
                supplier("stamped", () -> new ToldStore("stamped", true, false, disk("stamped"))),
                Serdes.String(),
                Serdes.String()));
        builder.addStateStore(Stores.timestampedKeyValueStoreBuilder(
                supplier("stamps", () -> new Stamped("stamps", disk("stamps"))), Serdes.String(), Serdes.String()));
        builder.<String, String>stream(INPUT)
                .process(Writing::new, "custom", "unmanaged", "plain", "plain-unmanaged", "stamped", "stamps");
        return builder.build();
    }

    private StoreBuilder<KeyValueStore<String, String>> plain(String name, boolean manages, boolean batching) {
        return Stores.keyValueStoreBuilder(
                supplier(name, () -> new ToldStore(name, manages, batching, disk(name))),
                Serdes.String(),
                Serdes.String());
    }

    private Disk disk(String name) {
        return disks.computeIfAbsent(name, any -> new Disk());
    }

    private static KeyValueBytesStoreSupplier supplier(String name, Supplier<KeyValueStore<Bytes, byte[]>> maker) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return maker.get();
            }

            @Override
            public String metricsScope() {
                return "told";
            }
        };
    }

    /** One that wants timestamps in front of values. */
    private static final class Stamped extends ToldStore implements TimestampedBytesStore {
        Stamped(String name, Disk disk) {
            super(name, true, false, disk);
        }
    }

    /** Writes every record to the stores that a user can write to. */
    private static final class Writing extends ContextualProcessor<String, String, Void, Void> {
        @Override
        public void process(Record<String, String> record) {
            for (String name : List.of("plain", "plain-unmanaged")) {
                KeyValueStore<String, String> store = context().getStateStore(name);
                store.put(record.key(), record.value());
            }
            for (String name : List.of("stamped", "stamps")) {
                TimestampedKeyValueStore<String, String> store = context().getStateStore(name);
                store.put(record.key(), ValueAndTimestamp.make(record.value(), record.timestamp()));
            }
        }
    }

    /** Makes a store that is not made by {@code Stores}. */
    private record Custom(String name, Supplier<StateStore> maker) implements StoreBuilder<StateStore> {
        @Override
        public StoreBuilder<StateStore> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<StateStore> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<StateStore> withLoggingEnabled(Map<String, String> config) {
            return this;
        }

        @Override
        public StoreBuilder<StateStore> withLoggingDisabled() {
            return this;
        }

        @Override
        public StateStore build() {
            return maker.get();
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return true;
        }
    }

    /** To the input, and to the changelogs of the stores that write none themselves. */
    private void send(String key) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String topic : List.of(INPUT, "telling-custom-changelog", "telling-unmanaged-changelog")) {
                producer.send(new ProducerRecord<>(topic, 0, 1000L, key, "value-" + key))
                        .get();
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("Could not write to " + INPUT, failure);
        }
    }
}
