package dev.millrace.conformance.broker;

import dev.millrace.embedded.ChildBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker of its own, all of whose topics have one partition. */
public final class Broker implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final ChildBroker process;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private Broker(ChildBroker process) {
        this.process = process;
        String address = process.bootstrapServers();
        this.admin = Admin.create(Map.of("bootstrap.servers", address));
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        address,
                        // A broker may refuse the first batch for a new topic, which it does not lead quite yet, and
                        // take the
                        // second: then it refuses the first for good, as out of order.
                        "max.in.flight.requests.per.connection",
                        "1"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", address,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Starts one that keeps its data in a directory. */
    public static Broker start(Path directory) {
        return new Broker(ChildBroker.start(directory));
    }

    public String bootstrapServers() {
        return process.bootstrapServers();
    }

    /** Creates topics; returns when their leaders know of it, which is a little later than the controller says so. */
    public void createTopics(Collection<String> names) {
        got(admin.createTopics(names.stream()
                        .map(name -> new NewTopic(name, 1, (short) 1))
                        .toList())
                .all());
        consumer.endOffsets(
                names.stream().map(name -> new TopicPartition(name, 0)).toList());
    }

    /** The names of all topics that begin with a prefix, in order. */
    public List<String> topics(String prefix) {
        return got(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }

    /** Writes records, in their order. */
    public void write(Collection<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        sent.forEach(Broker::got);
    }

    /** What topics hold, by their names; transactions that were aborted are left out. */
    public Map<String, List<ConsumerRecord<byte[], byte[]>>> read(Collection<String> topics) {
        return readFrom(topics.stream().collect(Collectors.toMap(topic -> new TopicPartition(topic, 0), topic -> 0L)));
    }

    /** All at once: a consumer that turns to another topic has to ask for it first, and to wait. */
    private Map<String, List<ConsumerRecord<byte[], byte[]>>> readFrom(Map<TopicPartition, Long> offsets) {
        consumer.assign(offsets.keySet());
        offsets.forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(offsets.keySet());
        Map<String, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL)
                    .forEach(found -> records.computeIfAbsent(found.topic(), topic -> new ArrayList<>())
                            .add(found));
        }
        return records;
    }

    /** Of some topics, those that hold records of which a group has not committed that it processed them. */
    public Set<String> unprocessed(String group, Collection<String> topics) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                got(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        List<TopicPartition> partitions =
                topics.stream().map(topic -> new TopicPartition(topic, 0)).toList();
        Map<TopicPartition, Long> left = new HashMap<>();
        consumer.endOffsets(partitions).forEach((partition, end) -> {
            OffsetAndMetadata offset = committed.get(partition);
            long from = offset == null ? 0 : offset.offset();
            if (from < end) {
                left.put(partition, from);
            }
        });
        // what is left may be the end of a transaction, which is no record
        return left.isEmpty() ? Set.of() : readFrom(left).keySet();
    }

    /** Whether a group has no member any more. */
    public boolean isEmpty(String group) {
        return got(admin.describeConsumerGroups(List.of(group)).all())
                        .get(group)
                        .groupState()
                == GroupState.EMPTY;
    }

    private static <T> T got(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the broker", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The broker refused: " + failure.getCause(), failure.getCause());
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
        admin.close();
        process.close();
    }
}
