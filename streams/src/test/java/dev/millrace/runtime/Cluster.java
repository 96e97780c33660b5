package dev.millrace.runtime;

import static org.awaitility.Awaitility.await;

import dev.millrace.embedded.BrokerOptions;
import dev.millrace.embedded.EmbeddedKafka;
import dev.millrace.streams.CloseOptions;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.StreamsConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A broker for the tests of one class, and what they do with it. */
final class Cluster implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedKafka kafka;
    private final Admin admin;
    private final KafkaProducer<String, String> producer;

    Cluster(Path directory) {
        this(directory, BrokerOptions.standard());
    }

    Cluster(Path directory, BrokerOptions options) {
        kafka = EmbeddedKafka.start(directory, options);
        admin = Admin.create(clientSettings());
        producer = new KafkaProducer<>(clientSettings(), new StringSerializer(), new StringSerializer());
    }

    private Map<String, Object> clientSettings() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    Admin admin() {
        return admin;
    }

    /** The settings of an application, with string serdes and short intervals. */
    Properties settings(String applicationId, Path stateDir) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "100");
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, "0");
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), "6000");
        settings.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), "500");
        settings.put(StreamsConfig.consumerPrefix("metadata.max.age.ms"), "1000");
        return settings;
    }

    /** Ends an instance and lets the next one start at once, instead of waiting for the session of this one to time out. */
    static void leave(KafkaStreams streams) {
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    void createTopic(String name, int partitions) {
        createTopic(new NewTopic(name, partitions, (short) 1));
    }

    /** The controller says that a topic is created before brokers know of it; so this waits until its leaders do. */
    private void createTopic(NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Topic " + topic.name() + " was not created", e);
        }
        Map<TopicPartition, OffsetSpec> question = IntStream.range(0, topic.numPartitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        await("leaders of " + topic.name()).atMost(PATIENCE).until(() -> isAnswered(question));
    }

    private boolean isAnswered(Map<TopicPartition, OffsetSpec> question) throws InterruptedException {
        try {
            admin.listOffsets(question).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new IllegalStateException("Leaders of " + question.keySet() + " do not answer", e);
        }
    }

    /** Deletes a topic; returns when the brokers do not know it any more. */
    void deleteTopic(String name) {
        admin.deleteTopics(List.of(name));
        await().atMost(PATIENCE).until(() -> !admin.listTopics().names().get().contains(name));
    }

    void send(String topic, String... values) {
        for (String value : values) {
            send(new ProducerRecord<>(topic, value));
        }
    }

    void sendKeyed(String topic, String key, @Nullable String value) {
        send(new ProducerRecord<>(topic, key, value));
    }

    /** Sends a record and says where it went. */
    RecordMetadata sendAndTell(String topic, String key, String value) {
        return send(new ProducerRecord<>(topic, key, value));
    }

    void sendTo(String topic, int partition, String key, String value, long timestampMs) {
        send(new ProducerRecord<>(topic, partition, timestampMs, key, value));
    }

    /** Creates a changelog as an application makes it, with rows 0 to {@code count - 1} in its last partition. */
    @SuppressWarnings("FutureReturnValueIgnored") // flush waits for all
    void createChangelog(String name, int partitions, int count) {
        createTopic(new NewTopic(name, partitions, (short) 1).configs(Map.of("cleanup.policy", "compact")));
        for (int row = 0; row < count; row++) {
            producer.send(new ProducerRecord<>(name, partitions - 1, 1_000L, "row" + row, "value" + row));
        }
        producer.flush();
    }

    private RecordMetadata send(ProducerRecord<String, String> message) {
        try {
            return producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(message + " was not sent", e);
        }
    }

    /** What a topic holds now, as far as it is committed. */
    <V> List<ConsumerRecord<String, V>> read(String topic, Deserializer<V> values) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, V>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** The last value of every key that a topic of strings and longs holds now. */
    Map<String, Long> counts(String topic) {
        Map<String, Long> counts = new LinkedHashMap<>();
        read(topic, new LongDeserializer()).forEach(record -> counts.put(record.key(), record.value()));
        return counts;
    }

    void awaitCounts(String topic, Map<String, Long> expected) {
        await("counts in " + topic)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(counts(topic))
                        .isEqualTo(expected));
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        kafka.close();
    }
}
