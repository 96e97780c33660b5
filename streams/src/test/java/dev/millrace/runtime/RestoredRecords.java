package dev.millrace.runtime;

import dev.millrace.streams.processor.StateRestoreListener;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;

/** Adds up how many records were read to fill stores. */
record RestoredRecords(AtomicLong count) implements StateRestoreListener {
    @Override
    public void onRestoreStart(TopicPartition partition, String store, long startOffset, long endOffset) {}

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long endOffset, long records) {
        count.addAndGet(records);
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long records) {}
}
