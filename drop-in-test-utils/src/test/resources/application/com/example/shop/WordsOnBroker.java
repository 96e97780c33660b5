package com.example.shop;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Runs {@link WordCount} on a broker until every word that was sent is counted, and prints the counts. */
final class WordsOnBroker {
    private static final long PATIENCE_MS = 60_000;
    private static final List<String> LINES = List.of("to be or not to be", "that is the question", "to sleep, to dream");

    private final String bootstrapServers;
    private final String applicationId;
    private final String stateDir;

    WordsOnBroker(String bootstrapServers, String applicationId, String stateDir) {
        this.bootstrapServers = bootstrapServers;
        this.applicationId = applicationId;
        this.stateDir = stateDir;
    }

    void run(int round, PrintStream out) throws Exception {
        if (round == 1) {
            createTopics();
        }
        sendLines();
        KafkaStreams streams = new KafkaStreams(WordCount.topology(lines(), counts()), config());
        try {
            startAndWait(streams);
            out.println("read   " + countsOf(14L * round));
            out.println("stored " + stored(streams));
        } finally {
            // Leaves the group, so that whoever goes on need not wait for the session to end.
            streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        }
    }

    private static void startAndWait(KafkaStreams streams) throws InterruptedException {
        CountDownLatch decided = new CountDownLatch(1);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING || now == KafkaStreams.State.ERROR) {
                decided.countDown();
            }
        });
        streams.setUncaughtExceptionHandler(failure -> {
            failure.printStackTrace();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
        if (!decided.await(PATIENCE_MS, TimeUnit.MILLISECONDS) || streams.state() != KafkaStreams.State.RUNNING) {
            throw new IllegalStateException("not running but " + streams.state());
        }
    }

    private static Map<String, Long> stored(KafkaStreams streams) {
        ReadOnlyKeyValueStore<String, Long> store = streams.store(
                StoreQueryParameters.fromNameAndType(WordCount.STORE, QueryableStoreTypes.keyValueStore()));
        Map<String, Long> stored = new TreeMap<>();
        store.all().forEachRemaining(entry -> stored.put(entry.key, entry.value));
        return stored;
    }

    private String lines() {
        return applicationId + "-lines";
    }

    private String counts() {
        return applicationId + "-counts";
    }

    private Properties config() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return config;
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(lines(), 2, (short) 1), new NewTopic(counts(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void sendLines() {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            LINES.forEach(line -> producer.send(new ProducerRecord<>(lines(), line, line)));
        }
    }

    /** The last count of each word, once they add up to {@code words}. */
    private Map<String, Long> countsOf(long words) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG, applicationId + "-reader-" + words,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        Map<String, Long> last = new TreeMap<>();
        long deadline = System.currentTimeMillis() + PATIENCE_MS;
        try (KafkaConsumer<String, Long> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new LongDeserializer())) {
            consumer.subscribe(List.of(counts()));
            while (last.values().stream().mapToLong(count -> count).sum() < words) {
                if (System.currentTimeMillis() > deadline) {
                    throw new IllegalStateException("not all of " + words + " words were counted: " + last);
                }
                for (ConsumerRecord<String, Long> record : consumer.poll(Duration.ofMillis(100))) {
                    last.put(record.key(), record.value());
                }
            }
        }
        return last;
    }
}
