package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.input.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends records at a fixed rate and reads what comes out. Every record carries, in a header, the moment at which it was due,
 * whether it was sent in time or not, so that a pause of the system under test does not hide itself.
 */
final class SteadyLoad implements AutoCloseable {
    private static final String DUE = "due";
    private static final byte[] VALUE = "v".repeat(100).getBytes(StandardCharsets.US_ASCII);
    private static final int WARM_UP_SECONDS = 8;
    private static final int PATIENCE_SECONDS = 60;

    private final LongFunction<byte[]> keys;
    private final int perSecond;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread sender = new Thread(this::send, "steady-load");
    private volatile boolean stopped;

    SteadyLoad(Cluster cluster, LongFunction<byte[]> keys, int perSecond) {
        this.keys = keys;
        this.perSecond = perSecond;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> output = new ArrayList<>();
        for (int partition = 0; partition < Cluster.PARTITIONS; partition++) {
            output.add(new TopicPartition(Topics.OUTPUT, partition));
        }
        consumer.assign(output);
        consumer.seekToEnd(output);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what is lost is not measured
    private void send() {
        long startNs = System.nanoTime();
        for (long i = 0; !stopped; i++) {
            long dueNs = startNs + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() - dueNs < 0 && !stopped) {
                LockSupport.parkNanos(100_000);
            }
            Header due = new RecordHeader(
                    DUE, ByteBuffer.allocate(Long.BYTES).putLong(dueNs).array());
            producer.send(new ProducerRecord<>(Topics.INPUT, null, keys.apply(i), VALUE, List.of(due)));
        }
    }

    /** Sends, and waits until what was sent comes out of every partition: then all of the program is at work. */
    void start() {
        sender.start();
        secondsToOutput(Cluster.PARTITIONS);
    }

    /** Waits until the output is silent for a second. */
    void awaitSilence() {
        while (!consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
            // There may be more.
        }
    }

    /** The seconds until something comes out that was sent from now on. */
    double secondsToOutput() {
        return secondsToOutput(1);
    }

    /** What came out before, of another program perhaps, is still in the topic and does not count. */
    private double secondsToOutput(int partitions) {
        long startNs = System.nanoTime();
        Set<Integer> answered = new HashSet<>();
        while (answered.size() < partitions) {
            if (System.nanoTime() - startNs > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new IllegalStateException("Nothing new came out of " + (partitions - answered.size())
                        + " partitions within " + PATIENCE_SECONDS + " seconds");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(10))) {
                if (dueNs(record) - startNs >= 0) {
                    answered.add(record.partition());
                }
            }
        }
        return (System.nanoTime() - startNs) / 1e9;
    }

    private static long dueNs(ConsumerRecord<byte[], byte[]> record) {
        return ByteBuffer.wrap(record.headers().lastHeader(DUE).value()).getLong();
    }

    /** How long records took, in nanoseconds, of those that came out during some seconds after a warm-up. */
    long[] measure(int seconds) {
        start();
        readFor(WARM_UP_SECONDS);
        return readFor(seconds);
    }

    private long[] readFor(int seconds) {
        long[] latenciesNs = new long[perSecond * (seconds + WARM_UP_SECONDS)];
        int count = 0;
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() - endNs < 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                if (count < latenciesNs.length) {
                    latenciesNs[count++] = System.nanoTime() - dueNs(record);
                }
            }
        }
        return Arrays.copyOf(latenciesNs, count);
    }

    @Override
    public void close() {
        stopped = true;
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
        consumer.close();
    }
}
