package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KeyQueryMetadata;
import dev.millrace.streams.LagInfo;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.StreamsMetadata;
import dev.millrace.streams.TaskMetadata;
import dev.millrace.streams.ThreadMetadata;
import dev.millrace.streams.Topology;
import dev.millrace.streams.errors.StreamsNotStartedException;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.state.HostInfo;
import dev.millrace.streams.state.KeyValueStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

/** Who in the group has what, and what each thread does, as users route queries and watch by it. */
class MetadataTest extends OnBroker {
    private static final HostInfo FIRST = new HostInfo("first", 1);
    private static final HostInfo SECOND = new HostInfo("second", 2);

    @Test
    void everyInstanceKnowsWhoHasWhichKey() {
        cluster.createTopic("routed-in", 4);
        cluster.createTopic("routed-out", 1);
        try (KafkaStreams first = instance("routed", FIRST);
                KafkaStreams second = instance("routed", SECOND)) {
            first.start();
            second.start();
            await().atMost(Cluster.PATIENCE).untilAsserted(() -> {
                assertThat(first.metadataForAllStreamsClients())
                        .extracting(StreamsMetadata::hostInfo)
                        .containsExactlyInAnyOrder(FIRST, SECOND);
                assertThat(first.metadataForAllStreamsClients())
                        .containsExactlyInAnyOrderElementsOf(second.metadataForAllStreamsClients());
                assertThat(activeTasks(first)).hasSize(2);
                assertThat(activeTasks(second)).hasSize(2);
            });

            for (KafkaStreams each : Set.of(first, second)) {
                assertThat(each.streamsMetadataForStore(WordCounts.STORE)).hasSize(2);
                assertThat(each.streamsMetadataForStore("unknown")).isEmpty();
            }
            assertThat(topicPartitions(first.metadataForAllStreamsClients())).isEqualTo(partitions("routed-in", 4));
            assertKeysAreWhereProducersPutThem(first, second);
        }
    }

    private static void assertKeysAreWhereProducersPutThem(KafkaStreams first, KafkaStreams second) {
        for (int i = 0; i < 20; i++) {
            String key = "key-" + i;
            RecordMetadata sent = cluster.sendAndTell("routed-in", key, "word");
            KeyQueryMetadata found = first.queryMetadataForKey(WordCounts.STORE, key, new StringSerializer());
            assertThat(found.partition()).isEqualTo(sent.partition());
            KafkaStreams owner = found.activeHost().equals(FIRST) ? first : second;
            assertThat(activeTasks(owner)).contains(new TaskId(0, sent.partition()));
            assertThat(first.queryMetadataForKey(
                            WordCounts.STORE, key, (topic, k, value, n) -> Optional.of(Set.of(sent.partition()))))
                    .isEqualTo(found);
        }
        assertThat(first.queryMetadataForKey("unknown", "key", new StringSerializer()))
                .isEqualTo(KeyQueryMetadata.NOT_AVAILABLE);
        assertThatThrownBy(() -> first.queryMetadataForKey(
                        WordCounts.STORE, "key", (topic, key, value, n) -> Optional.of(Set.of(0, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[0, 1]");
    }

    @Test
    void aThreadSaysWhatItDoesAndHowFarItIs() {
        cluster.createTopic("watched-in", 2);
        cluster.createTopic("watched-out", 1);
        try (KafkaStreams streams = instance("watched", FIRST)) {
            streams.start();
            cluster.sendTo("watched-in", 0, "k", "a b a", 0);
            TopicPartition input = new TopicPartition("watched-in", 0);
            await().atMost(Cluster.PATIENCE).untilAsserted(() -> {
                ThreadMetadata thread =
                        streams.metadataForLocalThreads().iterator().next();
                assertThat(thread.threadState()).isEqualTo("RUNNING");
                TaskMetadata task = thread.activeTasks().stream()
                        .filter(each -> each.taskId().equals(new TaskId(0, 0)))
                        .findFirst()
                        .orElseThrow();
                assertThat(task.topicPartitions()).containsExactly(input);
                assertThat(task.committedOffsets()).isEqualTo(Map.of(input, 1L));
                assertThat(task.endOffsets()).isEqualTo(Map.of(input, 1L));
                assertThat(task.timeCurrentIdlingStarted()).isEmpty();
            });
            ThreadMetadata thread = streams.metadataForLocalThreads().iterator().next();
            assertThat(thread.standbyTasks()).isEmpty();
            assertThat(thread.consumerClientId()).isEqualTo(thread.threadName() + "-consumer");
            assertThat(thread.producerClientIds()).containsExactly(thread.threadName() + "-producer");
            assertThat(thread.restoreConsumerClientId()).endsWith("-StateUpdater-1-restore-consumer");

            Map<Integer, LagInfo> lags = streams.allLocalStorePartitionLags().get(WordCounts.STORE);
            assertThat(lags).containsOnlyKeys(0, 1);
            assertThat(lags.get(0).endOffsetPosition()).isEqualTo(2);
            assertThat(lags.get(0).offsetLag()).isZero();
        }
    }

    @Test
    void beforeTheStartAndAfterTheEndThereIsNothingToTell() {
        cluster.createTopic("idle-in", 1);
        try (KafkaStreams streams = instance("idle", FIRST)) {
            assertThatThrownBy(streams::metadataForAllStreamsClients).isInstanceOf(StreamsNotStartedException.class);
            assertThat(streams.metadataForLocalThreads())
                    .singleElement()
                    .satisfies(thread -> assertThat(thread.threadState()).isEqualTo("CREATED"));
            assertThat(streams.allLocalStorePartitionLags()).isEmpty();
            streams.close(Duration.ofSeconds(30));
            assertThat(streams.metadataForLocalThreads()).isEmpty();
            assertThatThrownBy(() -> streams.streamsMetadataForStore(WordCounts.STORE))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aGlobalStoreIsEverywhereAndTheNearestIsNamed() {
        cluster.createTopic("everywhere-in", 2);
        cluster.createTopic("everywhere-rows", 2);
        StreamsBuilder builder = new StreamsBuilder();
        builder.globalTable("everywhere-rows", Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as("rows"));
        builder.<String, String>stream("everywhere-in").foreach((key, value) -> {});
        Topology topology = builder.build();
        try (KafkaStreams first = instance("everywhere", FIRST, topology);
                KafkaStreams second = instance("everywhere", SECOND, topology)) {
            first.start();
            second.start();
            for (KafkaStreams each : Set.of(first, second)) {
                await().atMost(Cluster.PATIENCE)
                        .untilAsserted(() -> assertThat(each.streamsMetadataForStore("rows"))
                                .extracting(StreamsMetadata::hostInfo)
                                .containsExactlyInAnyOrder(FIRST, SECOND));
                assertThat(each.queryMetadataForKey("rows", "key", new StringSerializer())
                                .activeHost())
                        .isEqualTo(each == first ? FIRST : SECOND);
            }
        }
    }

    @Test
    void anInstanceWithoutAnAddressIsNotListed() {
        cluster.createTopic("hidden-in", 1);
        cluster.createTopic("hidden-out", 1);
        Properties settings = cluster.settings("hidden", directory);
        try (KafkaStreams streams = new KafkaStreams(WordCounts.topology("hidden-in", "hidden-out"), settings)) {
            streams.start();
            await().atMost(Cluster.PATIENCE)
                    .untilAsserted(() -> assertThat(activeTasks(streams)).hasSize(1));
            assertThat(streams.metadataForAllStreamsClients()).isEmpty();
            assertThat(streams.queryMetadataForKey(WordCounts.STORE, "key", new StringSerializer()))
                    .isEqualTo(KeyQueryMetadata.NOT_AVAILABLE);
        }
    }

    private KafkaStreams instance(String name, HostInfo host) {
        return instance(name, host, WordCounts.topology(name + "-in", name + "-out"));
    }

    private KafkaStreams instance(String name, HostInfo host, Topology topology) {
        Properties settings = cluster.settings(name, directory.resolve(host.host()));
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, host.host() + ":" + host.port());
        return new KafkaStreams(topology, settings);
    }

    private static Set<TaskId> activeTasks(KafkaStreams streams) {
        Set<TaskId> tasks = new HashSet<>();
        streams.metadataForLocalThreads()
                .forEach(thread -> thread.activeTasks().forEach(task -> tasks.add(task.taskId())));
        return tasks;
    }

    private static Set<TopicPartition> topicPartitions(Iterable<StreamsMetadata> hosts) {
        Set<TopicPartition> partitions = new HashSet<>();
        hosts.forEach(host -> partitions.addAll(host.topicPartitions()));
        return partitions;
    }

    private static Set<TopicPartition> partitions(String topic, int count) {
        Set<TopicPartition> partitions = new HashSet<>();
        IntStream.range(0, count).forEach(partition -> partitions.add(new TopicPartition(topic, partition)));
        return partitions;
    }
}
