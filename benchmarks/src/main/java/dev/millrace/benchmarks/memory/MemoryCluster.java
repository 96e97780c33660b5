package dev.millrace.benchmarks.memory;

import dev.millrace.benchmarks.input.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics there are, each of one partition: inputs from a {@link Feed}, outputs whose records are not kept, and topics that an
 * engine writes and reads again.
 */
public final class MemoryCluster {
    static final Node NODE = new Node(0, "localhost", 9092);

    private final Map<String, Output> topics = new ConcurrentHashMap<>();
    private final Feed feed;
    private final boolean remembering;
    private final Map<String, Long> committedOffsets = new ConcurrentHashMap<>();

    /** Only remembering clusters keep the last value of each key, to compare what was written. */
    public MemoryCluster(Feed feed, boolean remembering) {
        this.feed = feed;
        feed.meter().watch(this::produced);
        this.remembering = remembering;
        create(Topics.INPUT);
        create(Topics.OTHER);
        create(Topics.TABLE);
        create(Topics.OUTPUT);
    }

    void create(String topic) {
        topics.putIfAbsent(topic, new Output(new TopicPartition(topic, 0), remembering));
    }

    boolean has(String topic) {
        return topics.containsKey(topic);
    }

    Output output(String topic) {
        Output output = topics.get(topic);
        if (output == null) {
            throw new IllegalStateException("A record was sent to topic " + topic + ", which nobody created");
        }
        return output;
    }

    Feed feed() {
        return feed;
    }

    List<PartitionInfo> partitions(String topic) {
        Node[] nodes = {NODE};
        return has(topic) ? List.of(new PartitionInfo(topic, 0, NODE, nodes, nodes)) : List.of();
    }

    Cluster metadata() {
        List<PartitionInfo> all = new ArrayList<>();
        topics.keySet().forEach(topic -> all.addAll(partitions(topic)));
        return new Cluster("memory", List.of(NODE), all, Set.of(), Set.of());
    }

    synchronized void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, committed) -> {
            committedOffsets.put(partition.topic(), committed.offset());
            output(partition.topic()).commit(committed.offset());
        });
        notifyAll();
    }

    /** Waits until so many records of the streams are committed, and all that was written to be read again; false if it takes longer. */
    public synchronized boolean awaitSettled(long records, int seconds) throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!settled(records)) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime());
            if (leftMs <= 0) {
                return false;
            }
            wait(leftMs);
        }
        return true;
    }

    private boolean settled(long records) {
        return committedRecords() >= records && topics.values().stream().allMatch(Output::settled);
    }

    /** How many records of the streams are committed. */
    public long committedRecords() {
        return committedOffsets.getOrDefault(Topics.INPUT, 0L) + committedOffsets.getOrDefault(Topics.OTHER, 0L);
    }

    /** How many records were sent to any topic, and how many bytes of keys and values. */
    Produced produced() {
        long records = 0;
        long bytes = 0;
        for (Output output : topics.values()) {
            records += output.records();
            bytes += output.bytes();
        }
        return new Produced(records, bytes);
    }

    /** What was sent. */
    record Produced(long records, long bytes) {}

    /** How many records were sent to the output topic. */
    public long outputRecords() {
        return output(Topics.OUTPUT).records();
    }

    /**
     * What was written, as a text that is the same for equal last values in all topics. Left out is what is read again, for its order
     * is each engine's own affair and what becomes of it is in other topics; and the changelogs of suppression buffers, for they
     * hold what was replaced too, which depends on when a cache emits.
     */
    public String digest() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(topics).forEach((topic, output) -> {
            if (!output.isReadAgain() && !topic.contains("SUPPRESS-STATE-STORE")) {
                text.append(topic).append('=').append(output.digest()).append(' ');
            }
        });
        return text.toString().trim();
    }
}
