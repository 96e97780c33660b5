package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.streams.KafkaClientSupplier;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DeleteRecordsOptions;
import org.apache.kafka.clients.admin.DeleteRecordsResult;
import org.apache.kafka.clients.admin.ForwardingAdmin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Settings whose effect shows in what the clients are asked, or in the metrics. */
class SettingsTest extends OnBroker {

    @Test
    void aThreadWithNothingToDoWaitsForPollMs() {
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
    void whatWasReadFromARepartitionTopicIsDeletedAtTheInterval() {
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
    void metricsAreKeptAndReportedAsTheSettingsSay() {
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

    private static void run(Topology topology, Properties settings, KafkaClientSupplier clients, Runnable meanwhile) {
        try (KafkaStreams streams = new KafkaStreams(topology, settings, clients)) {
            streams.start();
            await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.RUNNING);
            meanwhile.run();
            Cluster.leave(streams);
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
    private static final class ObservedClients implements KafkaClientSupplier {
        private final Set<Duration> waits = ConcurrentHashMap.newKeySet();
        private final AtomicInteger deletions = new AtomicInteger();

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
