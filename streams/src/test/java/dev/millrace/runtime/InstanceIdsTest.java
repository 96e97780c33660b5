package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.embedded.BrokerOptions;
import dev.millrace.streams.ClientInstanceIds;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under which ids the clients push telemetry, with a broker that takes it. */
class InstanceIdsTest {
    private static Cluster cluster;

    @TempDir
    Path directory;

    @BeforeAll
    static void startBroker(@TempDir Path brokerDir) {
        BrokerOptions options =
                BrokerOptions.standard().withProperty("metric.reporters", TelemetrySink.class.getName());
        cluster = new Cluster(brokerDir, options);
        cluster.createTopic("in", 2);
        cluster.createTopic("out", 1);
        cluster.createTopic("rows", 1);
    }

    @AfterAll
    static void stopBroker() {
        cluster.close();
    }

    /** Its consumers for restoration have nothing to read, so nothing would make them talk to a broker. */
    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.globalTable("rows");
        builder.stream("in").to("out");
        return builder.build();
    }

    private KafkaStreams created(String applicationId, boolean push) {
        Properties settings = cluster.settings(applicationId, directory);
        settings.put(StreamsConfig.CLIENT_ID_CONFIG, "me");
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, push);
        return new KafkaStreams(topology(), settings);
    }

    private static void run(KafkaStreams streams) {
        streams.start();
        await().atMost(Cluster.PATIENCE)
                .untilAsserted(() -> assertThat(streams.state()).isEqualTo(KafkaStreams.State.RUNNING));
    }

    /** A producer is made for the first record, so each of the two threads must have a partition by then. */
    private static void makeProducers(KafkaStreams streams) {
        await().atMost(Cluster.PATIENCE)
                .untilAsserted(() -> assertThat(streams.metadataForLocalThreads())
                        .hasSize(2)
                        .allSatisfy(thread -> assertThat(thread.activeTasks()).hasSize(1)));
        cluster.sendTo("in", 0, "key", "zero", 0);
        cluster.sendTo("in", 1, "key", "one", 0);
        await().atMost(Cluster.PATIENCE)
                .untilAsserted(() -> assertThat(cluster.read("out", new StringDeserializer()))
                        .hasSize(2));
    }

    @Test
    void everyClientHasAnIdAndKeepsIt() {
        try (KafkaStreams streams = created("pushing", true)) {
            run(streams);
            makeProducers(streams);
            ClientInstanceIds ids = streams.clientInstanceIds(Cluster.PATIENCE);

            assertThat(ids.consumerInstanceIds())
                    .containsOnlyKeys(
                            "me-GlobalStreamThread-global-consumer",
                            "me-StreamThread-1-consumer",
                            "me-StreamThread-1-restore-consumer",
                            "me-StreamThread-2-consumer",
                            "me-StreamThread-2-restore-consumer");
            assertThat(ids.consumerInstanceIds().values()).doesNotHaveDuplicates();
            assertThat(ids.producerInstanceIds())
                    .containsOnlyKeys("me-StreamThread-1-producer", "me-StreamThread-2-producer");
            assertThat(ids.adminInstanceId()).isNotNull();
            ClientInstanceIds again = streams.clientInstanceIds(Cluster.PATIENCE);
            assertThat(again.consumerInstanceIds()).isEqualTo(ids.consumerInstanceIds());
            assertThat(again.adminInstanceId()).isEqualTo(ids.adminInstanceId());
        }
    }

    @Test
    void clientsThatPushNothingHaveNoId() {
        try (KafkaStreams streams = created("silent", false)) {
            run(streams);
            ClientInstanceIds ids = streams.clientInstanceIds(Cluster.PATIENCE);

            assertThat(ids.consumerInstanceIds()).isEmpty();
            assertThat(ids.producerInstanceIds()).isEmpty();
            assertThatThrownBy(ids::adminInstanceId).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void thereAreIdsOnlyWhileItRuns() {
        KafkaStreams streams = created("brief", true);
        try (streams) {
            assertThatThrownBy(() -> streams.clientInstanceIds(Duration.ofSeconds(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not been started");
            run(streams);
            assertThatThrownBy(() -> streams.clientInstanceIds(Duration.ofMillis(-1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> streams.clientInstanceIds(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NOT_RUNNING");
    }
}
