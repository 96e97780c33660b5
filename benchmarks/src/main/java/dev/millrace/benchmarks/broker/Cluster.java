package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.input.Records;
import dev.millrace.benchmarks.input.Topics;
import dev.millrace.benchmarks.trial.Machine;
import dev.millrace.embedded.BrokerOptions;
import dev.millrace.embedded.ChildBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker in a JVM of its own, its topics, and a client that looks after them. */
final class Cluster implements AutoCloseable {
    static final int PARTITIONS = 4;
    private static final int PATIENCE_SECONDS = 60;

    private final Path directory;
    private final ChildBroker broker;
    private final Admin admin;

    private Cluster(Path directory, ChildBroker broker, Admin admin) {
        this.directory = directory;
        this.broker = broker;
        this.admin = admin;
    }

    static Cluster start() throws IOException {
        Path directory = Files.createTempDirectory("millrace-benchmark-broker");
        ChildBroker broker = ChildBroker.start(
                directory, BrokerOptions.standard().withProperty("group.initial.rebalance.delay.ms", 0));
        return new Cluster(
                directory,
                broker,
                Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers())));
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    Admin admin() {
        return admin;
    }

    /** Creates a topic without a limit of age; waits for one of this name to be deleted, if need be. */
    void create(String topic) throws InterruptedException, ExecutionException {
        create(topic, Map.of("retention.ms", "-1"));
    }

    /** Creates a topic as an application makes its changelogs. */
    void createChangelog(String topic) throws InterruptedException, ExecutionException {
        create(topic, Map.of("cleanup.policy", "compact"));
    }

    private void create(String topic, Map<String, String> settings) throws InterruptedException, ExecutionException {
        NewTopic wanted = new NewTopic(topic, PARTITIONS, (short) 1).configs(settings);
        for (int attempt = 0; ; attempt++) {
            try {
                admin.createTopics(List.of(wanted)).all().get();
                awaitLeaders(topic);
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException) || attempt == PATIENCE_SECONDS * 10) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** A topic that was created can be written a little later: when its leaders, who answer this question, know of it. */
    private void awaitLeaders(String topic) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            question.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        for (int attempt = 0; ; attempt++) {
            try {
                admin.listOffsets(question).all().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || attempt == PATIENCE_SECONDS * 10) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** Deletes an application's topics and the output; its group is left to die, because engines do not leave when they close. */
    void cleanUpAfter(String application) throws InterruptedException, ExecutionException {
        List<String> topics = new ArrayList<>();
        for (String topic : admin.listTopics().names().get()) {
            if (topic.startsWith(application + "-") || topic.equals(Topics.OUTPUT)) {
                topics.add(topic);
            }
        }
        admin.deleteTopics(topics).all().get();
    }

    /** Waits until a group has no members, because they left or because they were given up. */
    void awaitEmptyGroup(String group) throws InterruptedException, ExecutionException {
        for (int attempt = 0; attempt < PATIENCE_SECONDS * 10; attempt++) {
            try {
                ConsumerGroupDescription described = Objects.requireNonNull(admin.describeConsumerGroups(List.of(group))
                                .describedGroups()
                                .get(group))
                        .get();
                if (described.groupState() == GroupState.EMPTY) {
                    return;
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof GroupIdNotFoundException) {
                    return;
                }
                throw e;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("Group " + group + " still has members after " + PATIENCE_SECONDS + " seconds");
    }

    /** Fills the input: a row of the table for each key, then the stream, {@link Records#PER_MS} records to a millisecond. */
    void load(Records records, long streamLength) throws InterruptedException, ExecutionException {
        create(Topics.INPUT);
        create(Topics.TABLE);
        long startMs = System.currentTimeMillis();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int row = 0; row < records.keyCount(); row++) {
                long timeMs = startMs - records.keyCount() + row;
                send(producer, Topics.TABLE, timeMs, records.rowKey(row), records.value(row));
            }
            for (long i = 0; i < streamLength; i++) {
                send(producer, Topics.INPUT, startMs + i / Records.PER_MS, records.key(i), records.value(i));
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what was lost is seen when records are counted
    private static void send(
            KafkaProducer<byte[], byte[]> producer, String topic, long timeMs, byte[] key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, null, timeMs, key, value));
    }

    /** A producer that makes large batches. */
    KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "linger.ms", "100"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void close() throws IOException {
        admin.close();
        broker.close();
        Machine.delete(directory);
    }
}
