package dev.millrace.benchmarks.broker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Notes when the first of some changelog partitions began to be restored and when the last was done. Thread-safe. */
public final class RestoreMeter {
    private final AtomicLong startNs = new AtomicLong();
    private final AtomicLong records = new AtomicLong();
    private final CountDownLatch partitions;
    private volatile long endNs;

    RestoreMeter(int partitionCount) {
        partitions = new CountDownLatch(partitionCount);
    }

    /** A partition's restoration begins. */
    public void started() {
        startNs.compareAndSet(0, System.nanoTime());
    }

    /** A partition is restored. */
    public void ended(long restoredRecords) {
        records.addAndGet(restoredRecords);
        endNs = System.nanoTime();
        partitions.countDown();
    }

    /** Waits for all partitions; returns the seconds it took to restore them. */
    double awaitSeconds(int patienceSeconds) throws InterruptedException {
        if (!partitions.await(patienceSeconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Not restored after " + patienceSeconds + " seconds");
        }
        return (endNs - startNs.get()) / 1e9;
    }

    long records() {
        return records.get();
    }
}
