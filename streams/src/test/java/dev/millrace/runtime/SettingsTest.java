package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.streams.KafkaClientSupplier;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.kstream.Materialized;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DeleteRecordsOptions;
import org.apache.kafka.clients.admin.DeleteRecordsResult;
import org.apache.kafka.clients.admin.ForwardingAdmin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** Settings whose effect shows in what the clients are asked, or in the metrics. */
class SettingsTest extends OnBroker {

    @Test
    void aThreadWithNothingToDoWaitsForPollMs() throws Exception {
        Properties settings = settings("poll");
        settings.put(StreamsConfig.POLL_MS_CONFIG, 37);
        ObservedClients clients = new ObservedClients();

        run(
                forwarding("poll"),
                settings,
                clients,
                () -> await().atMost(Cluster.PATIENCE).until(() -> clients.waits.contains(Duration.ofMillis(37))));

        assertThat(clients.waits).allMatch(wait -> wait.toMillis() <= 37);
    }

    @Test
    void whatWasReadFromARepartitionTopicIsDeletedAtTheInterval() throws Exception {
        Properties settings = settings("purge");
        settings.put(StreamsConfig.REPARTITION_PURGE_INTERVAL_MS_CONFIG, 50);
        ObservedClients clients = new ObservedClients();
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream("purge-in").repartition().to("purge-out");

        run(builder.build(), settings, clients, () -> {
            cluster.sendKeyed("purge-in", "key", "value");
            await().atMost(Cluster.PATIENCE).until(() -> clients.deletions.get() > 0);
        });
    }

    @Test
    void metricsAreKeptAndReportedAsTheSettingsSay() throws Exception {
        Properties settings = settings("metrics");
        settings.put(StreamsConfig.METRICS_NUM_SAMPLES_CONFIG, 7);
        settings.put(StreamsConfig.METRICS_SAMPLE_WINDOW_MS_CONFIG, 1_234);
        settings.put(StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG, "DEBUG");
        settings.put(StreamsConfig.METRIC_REPORTER_CLASSES_CONFIG, List.of(Reporter.class));
        Reporter.SEEN.clear();

        run(
                forwarding("metrics"),
                settings,
                new ObservedClients(),
                () -> assertThat(Reporter.SEEN)
                        .isNotEmpty()
                        .allMatch(metric -> metric.config().samples() == 7)
                        .allMatch(metric -> metric.config().timeWindowMs() == 1_234)
                        .allMatch(metric -> metric.config().recordLevel() == RecordingLevel.DEBUG));
    }

    @Test
    void theApplicationsNameIsThatOfItsGroupAndBeginsThatOfItsTopicsAndDirectories() throws Exception {
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream("named-in").groupByKey().count(Materialized.as("counts"));

        run(builder.build(), settings("named"), new ObservedClients(), () -> {
            cluster.sendKeyed("named-in", "key", "value");
            await().atMost(Cluster.PATIENCE)
                    .until(() -> committedOffsets("named").equals(Set.of(1L)));
            assertThat(cluster.admin().listTopics().names().get()).contains("named-counts-changelog");
            assertThat(directory.resolve("named")).isDirectory();
        });
    }

    @Test
    void whatWasProcessedIsCommittedAtTheInterval() throws Exception {
        Properties settings = settings("committing");
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Duration.ofHours(1).toMillis());
        run(forwarding("committing"), settings, new ObservedClients(), () -> {
            cluster.sendKeyed("committing-in", "key", "first");
            awaitValues("committing-out", "first");
            assertThat(committedOffsets("committing")).isEmpty();
        });
        assertThat(committedOffsets("committing")).as("at the end").containsExactly(1L);

        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 50);
        run(forwarding("committing"), settings, new ObservedClients(), () -> {
            cluster.sendKeyed("committing-in", "key", "second");
            await().atMost(Cluster.PATIENCE)
                    .until(() -> committedOffsets("committing").equals(Set.of(2L)));
        });
    }

    @Test
    void aPartitionOfWhichTooManyRecordsWaitIsNotFetchedUntilTheyAreFewer() throws Exception {
        Properties settings = settings("full");
        cluster.createTopic("full-late", 1);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 3);
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, Cluster.PATIENCE.toMillis());
        ObservedClients clients = new ObservedClients();
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream(List.of("full-in", "full-late")).to("full-out");

        run(builder.build(), settings, clients, () -> {
            for (int i = 0; i < 4; i++) {
                cluster.sendTo("full-in", 0, "key", "early", i);
            }
            Set<TopicPartition> early = Set.of(new TopicPartition("full-in", 0));
            await().atMost(Cluster.PATIENCE).until(() -> clients.paused.equals(early));
            cluster.sendTo("full-late", 0, "key", "late", 2);
            await().atMost(Cluster.PATIENCE).until(clients.paused::isEmpty);
        });
    }

    @Test
    void whatIsConfiguredMakesTheClients() throws Exception {
        Properties settings = settings("supplied");
        settings.put(StreamsConfig.DEFAULT_CLIENT_SUPPLIER_CONFIG, ObservedClients.class);
        ObservedClients.MADE.clear();

        try (KafkaStreams streams = new KafkaStreams(forwarding("supplied"), settings)) {
            streams.start();
            await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.RUNNING);
            assertThat(ObservedClients.MADE)
                    .singleElement()
                    .satisfies(clients -> assertThat(clients.waits).isNotEmpty());
            Cluster.leave(streams);
        }
    }

    @Test
    void recordsAreReadAndWrittenWithTheDefaultSerdes() throws Exception {
        Properties settings = settings("loud");
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Loud.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Loud.class);

        run(forwarding("loud"), settings, new ObservedClients(), () -> {
            cluster.sendKeyed("loud-in", "key", "value");
            awaitValues("loud-out", "VALUE!");
            assertThat(cluster.read("loud-out", new StringDeserializer()))
                    .extracting(ConsumerRecord::key)
                    .containsExactly("KEY!");
        });
    }

    private static void awaitValues(String topic, String... values) {
        await(topic)
                .atMost(Cluster.PATIENCE)
                .untilAsserted(() -> assertThat(cluster.read(topic, new StringDeserializer()))
                        .extracting(ConsumerRecord::value)
                        .containsExactly(values));
    }

    /** Of all partitions that a group has committed something of. */
    private static Set<Long> committedOffsets(String group) throws InterruptedException, ExecutionException {
        return cluster.admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                .map(OffsetAndMetadata::offset)
                .collect(Collectors.toSet());
    }

    private Properties settings(String name) {
        cluster.createTopic(name + "-in", 1);
        cluster.createTopic(name + "-out", 1);
        return cluster.settings(name, directory);
    }

    private static Topology forwarding(String name) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(name + "-in").to(name + "-out");
        return builder.build();
    }

    private static void run(Topology topology, Properties settings, KafkaClientSupplier clients, Action meanwhile)
            throws Exception {
        try (KafkaStreams streams = new KafkaStreams(topology, settings, clients)) {
            streams.start();
            await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.RUNNING);
            meanwhile.run();
            Cluster.leave(streams);
        }
    }

    /** What a test does while the application runs. */
    private interface Action {
        void run() throws Exception;
    }

    /** Reads texts in capitals, and writes them with an exclamation mark. */
    public static final class Loud extends Serdes.WrapperSerde<String> {
        public Loud() {
            super(
                    (topic, text) -> (text + "!").getBytes(StandardCharsets.UTF_8),
                    (topic, bytes) -> new String(bytes, StandardCharsets.UTF_8).toUpperCase(Locale.ROOT));
        }
    }

    /** Is told of all metrics. */
    public static final class Reporter implements MetricsReporter {
        private static final Set<KafkaMetric> SEEN = ConcurrentHashMap.newKeySet();

        @Override
        public void init(List<KafkaMetric> metrics) {
            SEEN.addAll(metrics);
        }

        @Override
        public void metricChange(KafkaMetric metric) {
            SEEN.add(metric);
        }

        @Override
        public void metricRemoval(KafkaMetric metric) {}

        @Override
        public void close() {}

        @Override
        public void configure(Map<String, ?> configs) {}
    }

    /** Genuine clients that remember what they were asked. */
    public static final class ObservedClients implements KafkaClientSupplier {
        private static final Set<ObservedClients> MADE = ConcurrentHashMap.newKeySet();

        private final Set<Duration> waits = ConcurrentHashMap.newKeySet();
        private final Set<TopicPartition> paused = ConcurrentHashMap.newKeySet();
        private final AtomicInteger deletions = new AtomicInteger();

        public ObservedClients() {
            MADE.add(this);
        }

        @Override
        public Admin getAdmin(Map<String, Object> config) {
            return new ForwardingAdmin(config) {
                @Override
                public DeleteRecordsResult deleteRecords(
                        Map<TopicPartition, RecordsToDelete> records, DeleteRecordsOptions options) {
                    deletions.incrementAndGet();
                    return super.deleteRecords(records, options);
                }
            };
        }

        @Override
        public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
            return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
            return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()) {
                @Override
                public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
                    waits.add(timeout);
                    return super.poll(timeout);
                }

                @Override
                public void pause(Collection<TopicPartition> partitions) {
                    super.pause(partitions);
                    paused.addAll(partitions);
                }

                @Override
                public void resume(Collection<TopicPartition> partitions) {
                    super.resume(partitions);
                    paused.removeAll(partitions);
                }
            };
        }

        @Override
        public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
            return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
            return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }
    }
}
