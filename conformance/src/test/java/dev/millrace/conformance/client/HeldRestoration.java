package dev.millrace.conformance.client;

import dev.millrace.streams.processor.StateRestoreListener;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/** Holds a client up at the end of its restoration, until it is released. */
final class HeldRestoration implements StateRestoreListener {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long startingOffset, long endingOffset) {}

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEndOffset, long restored) {}

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long restored) {
        ended.countDown();
        awaitOpen(released, Duration.ofMinutes(1));
    }

    void awaitEnd(Duration patience) {
        awaitOpen(ended, patience);
    }

    void release() {
        released.countDown();
    }

    private static void awaitOpen(CountDownLatch latch, Duration patience) {
        try {
            if (!latch.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nothing happened within " + patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
