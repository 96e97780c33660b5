package dev.millrace.benchmarks.part;

import dev.millrace.state.KeyValueState;
import dev.millrace.state.Slot;
import dev.millrace.streams.state.Stores;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The overlay of a key-value store between two commits, with numbers as values and keys that came from a source. Every key has
 * an entry, so the database is not asked. One operation is a key.
 */
public class KeyValueBenchmark extends PartBenchmark {
    private static final String STORE = "counts";
    /** Too large for the boxed numbers that Java keeps ready. */
    private static final long FIRST_COUNT = 1_000_000;

    @Param({"1000", "100000"})
    private int keyCount;

    private Polls polls;
    private BareTask task;
    private KeyValueState counts;

    @Setup
    public void fill() {
        polls = new Polls(1, keyCount);
        task = new BareTask();
        counts = task.open(Stores.timestampedKeyValueStoreBuilder(
                        Stores.persistentTimestampedKeyValueStore(STORE), Serdes.String(), Serdes.Long()))
                .keyValues(STORE);
        for (int i = 0; i < keyCount; i++) {
            counts.put(polls.key(i), FIRST_COUNT, 0);
        }
    }

    @Benchmark
    @OperationsPerInvocation(Batch.RECORDS)
    public void get(Blackhole blackhole) {
        Batch batch = polls.next();
        for (int i = 0; i < Batch.RECORDS; i++) {
            blackhole.consume(counts.slot(task.turnTo(batch, i)).value());
        }
    }

    @Benchmark
    @OperationsPerInvocation(Batch.RECORDS)
    public void put() {
        Batch batch = polls.next();
        for (int i = 0; i < Batch.RECORDS; i++) {
            long timestamp = batch.timestamp(i);
            counts.put(task.turnTo(batch, i), timestamp, timestamp);
        }
    }

    /** Read, compute, write: what an aggregation does with a record. */
    @Benchmark
    @OperationsPerInvocation(Batch.RECORDS)
    public void merge() {
        merge(polls.next());
    }

    /** As {@link #merge()}, after the store was told the keys of the batch: what an aggregation does with a batch. */
    @Benchmark
    @OperationsPerInvocation(Batch.RECORDS)
    public void mergeAnnounced() {
        Batch batch = polls.next();
        counts.expect(batch.size(), batch::key);
        merge(batch);
    }

    private void merge(Batch batch) {
        for (int i = 0; i < Batch.RECORDS; i++) {
            String key = task.turnTo(batch, i);
            Slot slot = counts.slot(key);
            long count = (Long) Objects.requireNonNull(slot.value()) + 1;
            counts.write(slot, key, count, Math.max(slot.timestamp(), batch.timestamp(i)));
        }
    }
}
