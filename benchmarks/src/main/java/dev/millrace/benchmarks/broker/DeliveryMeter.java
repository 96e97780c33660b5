package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.input.Topics;
import dev.millrace.benchmarks.trial.Machine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Counts the input records that an engine's consumers deliver, and notes when the measurement begins and ends. Thread-safe. */
public final class DeliveryMeter {
    private final long warmUp;
    private final long expected;
    private final AtomicLong delivered = new AtomicLong();
    private final CountDownLatch complete = new CountDownLatch(1);
    private volatile long startNs;
    private volatile long lastNs;
    private volatile long startCpuNs;

    /**
     * @param warmUp after how many records the measurement begins
     * @param measured how many belong to it
     */
    public DeliveryMeter(long warmUp, long measured) {
        this.warmUp = warmUp;
        this.expected = warmUp + measured;
    }

    /** The same consumer, with its polls counted: a call by reflection per poll, nothing per record. */
    @SuppressWarnings("unchecked")
    public Consumer<byte[], byte[]> metered(Consumer<byte[], byte[]> consumer) {
        return (Consumer<byte[], byte[]>) Proxy.newProxyInstance(
                DeliveryMeter.class.getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(consumer, arguments);
                        if (result instanceof ConsumerRecords<?, ?> records && !records.isEmpty()) {
                            count(records);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void count(ConsumerRecords<?, ?> records) {
        long more = 0;
        for (TopicPartition partition : records.partitions()) {
            if (partition.topic().equals(Topics.INPUT)) {
                more += records.records(partition).size();
            }
        }
        if (more == 0) {
            return;
        }
        long total = delivered.addAndGet(more);
        if (total >= warmUp && total - more < warmUp) {
            startCpuNs = Machine.cpuNs();
            startNs = System.nanoTime();
        }
        if (total >= expected) {
            lastNs = System.nanoTime();
            complete.countDown();
        }
    }

    /** Waits until all that was expected is delivered. */
    void await(int seconds) throws InterruptedException {
        if (!complete.await(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "Only " + delivered + " of " + expected + " records were delivered in " + seconds + " seconds");
        }
    }

    long startNs() {
        return startNs;
    }

    long lastNs() {
        return lastNs;
    }

    /** The processor time this process had used when the measurement began. */
    long startCpuNs() {
        return startCpuNs;
    }
}
