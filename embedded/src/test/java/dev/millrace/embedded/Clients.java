package dev.millrace.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The genuine clients, as far as the tests need them. */
final class Clients {
    static final String TOPIC = "numbers";
    private static final long POLL_LIMIT_MS = 30_000;

    private final String bootstrapServers;

    Clients(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.empty(), Optional.empty())))
                    .all()
                    .get(30, SECONDS);
        }
    }

    int partitions() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.describeTopics(List.of(TOPIC))
                    .allTopicNames()
                    .get(30, SECONDS)
                    .get(TOPIC)
                    .partitions()
                    .size();
        }
    }

    /** A producer with an open transaction. */
    KafkaProducer<String, String> transaction(String id) {
        return transaction(id, Map.of());
    }

    /** A producer with an open transaction and some settings of its own. */
    KafkaProducer<String, String> transaction(String id, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", bootstrapServers);
        config.put("transactional.id", id);
        KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        producer.beginTransaction();
        return producer;
    }

    void commit(String... values) throws Exception {
        try (KafkaProducer<String, String> producer = transaction("writer")) {
            send(producer, values);
            producer.commitTransaction();
        }
    }

    void abort(String... values) throws Exception {
        try (KafkaProducer<String, String> producer = transaction("writer")) {
            send(producer, values);
            producer.abortTransaction();
        }
    }

    /** Sends and returns when the broker has acknowledged all. */
    static void send(KafkaProducer<String, String> producer, String... values) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (String value : values) {
            sent.add(producer.send(new ProducerRecord<>(TOPIC, 0, "key", value)));
        }
        for (Future<RecordMetadata> one : sent) {
            one.get(30, SECONDS);
        }
    }

    /** What a group reads from where it has come to, until it has that many values; it commits what it has read. */
    List<String> read(String group, int count) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                group,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            long deadlineNanos =
                    System.nanoTime() + Duration.ofMillis(POLL_LIMIT_MS).toNanos();
            while (values.size() < count && System.nanoTime() < deadlineNanos) {
                for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(100))) {
                    values.add(found.value());
                }
            }
            consumer.commitSync();
        }
        return values;
    }
}
