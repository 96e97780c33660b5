package dev.millrace.benchmarks.memory;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Cuts the time of a stream thread into rounds, and notes how far it came in each. */
public final class Meter {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Round> rounds = new ArrayList<>();
    private final CountDownLatch done;
    private Supplier<MemoryCluster.Produced> produced = () -> new MemoryCluster.Produced(0, 0);
    private final long warmUpNs;
    private final long warmUpRecords;
    private final long roundNs;
    private long startNs;
    private long endNs;
    private long startOffset;
    private long startBytes;
    private long startCpuNs;
    private long startGcMs;
    private MemoryCluster.Produced startProduced = produced.get();
    private boolean warm;

    /**
     * The rounds begin when both the time and the records of the warm-up are over: the time is for the JVM, the records for the
     * stores, so that all engines are measured with the same content.
     */
    public Meter(int warmUpSeconds, long warmUpRecords, int roundSeconds, int rounds) {
        this.warmUpRecords = warmUpRecords;
        this.warmUpNs = TimeUnit.SECONDS.toNanos(warmUpSeconds);
        this.roundNs = TimeUnit.SECONDS.toNanos(roundSeconds);
        this.done = new CountDownLatch(rounds);
    }

    /** Says who knows what was produced. Called before the stream thread starts. */
    void watch(Supplier<MemoryCluster.Produced> whatWasProduced) {
        produced = whatWasProduced;
    }

    /** Called by the stream thread whenever it asks for more. */
    void reached(long offset) {
        long nowNs = System.nanoTime();
        if (offset == 0) {
            begin(nowNs, warmUpNs, offset);
        } else if (nowNs - endNs >= 0 && offset >= warmUpRecords) {
            if (warm) {
                long bytes = threads.getCurrentThreadAllocatedBytes() - startBytes;
                long cpuNs = threads.getCurrentThreadCpuTime() - startCpuNs;
                MemoryCluster.Produced now = produced.get();
                note(new Round(
                        offset - startOffset,
                        nowNs - startNs,
                        cpuNs,
                        bytes,
                        now.records() - startProduced.records(),
                        now.bytes() - startProduced.bytes(),
                        gcMs() - startGcMs));
            }
            warm = true;
            begin(nowNs, roundNs, offset);
        }
    }

    private void begin(long nowNs, long lengthNs, long offset) {
        startNs = nowNs;
        endNs = nowNs + lengthNs;
        startOffset = offset;
        startCpuNs = threads.getCurrentThreadCpuTime();
        startProduced = produced.get();
        startGcMs = gcMs();
        startBytes = threads.getCurrentThreadAllocatedBytes();
    }

    private static long gcMs() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    private synchronized void note(Round round) {
        rounds.add(round);
        done.countDown();
    }

    /** Waits for all rounds; false if they are not done in time. */
    public boolean await(int seconds) throws InterruptedException {
        return done.await(seconds, TimeUnit.SECONDS);
    }

    /** The round with the median rate. */
    public synchronized Round median() {
        List<Round> sorted = new ArrayList<>(rounds);
        sorted.sort(Comparator.comparingDouble(Round::recordsPerSecond));
        return sorted.get(sorted.size() / 2);
    }

    /** What a stream thread did between two moments. */
    public record Round(
            long records,
            long durationNs,
            long cpuNs,
            long allocatedBytes,
            long producedRecords,
            long producedBytes,
            long gcMs) {
        public double recordsPerSecond() {
            return records * 1e9 / durationNs;
        }

        public double recordsPerCpuSecond() {
            return records * 1e9 / cpuNs;
        }

        public double per(long amount) {
            return (double) amount / records;
        }

        /** The share of the time in which the collector stopped the thread, in percent. */
        public double gcPercent() {
            return gcMs * 1e8 / durationNs;
        }
    }
}
