package dev.millrace.benchmarks.part;

import dev.millrace.state.Slot;
import dev.millrace.state.WindowState;
import dev.millrace.state.window.DatabaseWindows;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The overlay of a window store between two commits: windows of 60 s every 10 s, six of them for each key, all present. One
 * operation is a record.
 */
public class WindowBenchmark extends PartBenchmark {
    private static final String STORE = "windows";
    /** Too large for the boxed numbers that Java keeps ready. */
    private static final long FIRST_COUNT = 1_000_000;

    private static final long SIZE_MS = 60_000;
    private static final long ADVANCE_MS = 10_000;
    private static final long FIRST_START_MS = 1_700_000_040_000L;
    private static final long LAST_START_MS = FIRST_START_MS + SIZE_MS - ADVANCE_MS;

    @Param({"1000", "100000"})
    private int keyCount;

    private Polls polls;
    private BareTask task;
    private WindowState windows;

    @Setup
    public void fill() {
        polls = new Polls(1, keyCount);
        task = new BareTask();
        Duration size = Duration.ofMillis(SIZE_MS);
        windows = task.open(Stores.timestampedWindowStoreBuilder(
                        Stores.persistentTimestampedWindowStore(STORE, size, size, false),
                        Serdes.String(),
                        Serdes.Long()))
                .windows(STORE);
        for (int i = 0; i < keyCount; i++) {
            String key = polls.key(i);
            for (long startMs = FIRST_START_MS; startMs <= LAST_START_MS; startMs += ADVANCE_MS) {
                windows.write(windows.slot(key, startMs), key, startMs, FIRST_COUNT, 0);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(Batch.RECORDS)
    public void fetch(Blackhole blackhole) {
        Batch batch = polls.next();
        for (int i = 0; i < Batch.RECORDS; i++) {
            blackhole.consume(windows.slot(task.turnTo(batch, i), LAST_START_MS).value());
        }
    }

    /** What user code does that has a window store: no look at what was there. */
    @Benchmark
    @OperationsPerInvocation(Batch.RECORDS)
    public void put() {
        DatabaseWindows store = (DatabaseWindows) windows;
        Batch batch = polls.next();
        for (int i = 0; i < Batch.RECORDS; i++) {
            long timestamp = batch.timestamp(i);
            store.put(task.turnTo(batch, i), timestamp, LAST_START_MS, timestamp);
        }
    }

    /** Read, compute, write: a record in one window. */
    @Benchmark
    @OperationsPerInvocation(Batch.RECORDS)
    public void tumbling() {
        merge(polls.next(), LAST_START_MS);
    }

    /** As {@link #tumbling()}, after the store was told the keys of the batch. */
    @Benchmark
    @OperationsPerInvocation(Batch.RECORDS)
    public void tumblingAnnounced() {
        Batch batch = polls.next();
        windows.expect(batch.size(), batch::key);
        merge(batch, LAST_START_MS);
    }

    /** Read, compute, write: a record in six windows. */
    @Benchmark
    @OperationsPerInvocation(Batch.RECORDS)
    public void hopping() {
        merge(polls.next(), FIRST_START_MS);
    }

    /** As {@link #hopping()}, after the store was told the keys of the batch. */
    @Benchmark
    @OperationsPerInvocation(Batch.RECORDS)
    public void hoppingAnnounced() {
        Batch batch = polls.next();
        windows.expect(batch.size(), batch::key);
        merge(batch, FIRST_START_MS);
    }

    private void merge(Batch batch, long fromStartMs) {
        for (int i = 0; i < Batch.RECORDS; i++) {
            String key = task.turnTo(batch, i);
            for (long startMs = fromStartMs; startMs <= LAST_START_MS; startMs += ADVANCE_MS) {
                Slot slot = windows.slot(key, startMs);
                long count = (Long) Objects.requireNonNull(slot.value()) + 1;
                windows.write(slot, key, startMs, count, Math.max(slot.timestamp(), batch.timestamp(i)));
            }
        }
    }
}
