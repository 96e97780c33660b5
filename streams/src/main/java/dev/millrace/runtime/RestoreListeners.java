package dev.millrace.runtime;

import dev.millrace.streams.processor.StateRestoreListener;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Passes on how restoration goes to the application's listener, if it has set one. */
final class RestoreListeners implements StateRestoreListener {
    private volatile @Nullable StateRestoreListener listener;

    void set(@Nullable StateRestoreListener listener) {
        this.listener = listener;
    }

    @Override
    public void onRestoreStart(
            TopicPartition topicPartition, String storeName, long startingOffset, long endingOffset) {
        StateRestoreListener told = listener;
        if (told != null) {
            told.onRestoreStart(topicPartition, storeName, startingOffset, endingOffset);
        }
    }

    @Override
    public void onBatchRestored(
            TopicPartition topicPartition, String storeName, long batchEndOffset, long numRestored) {
        StateRestoreListener told = listener;
        if (told != null) {
            told.onBatchRestored(topicPartition, storeName, batchEndOffset, numRestored);
        }
    }

    @Override
    public void onRestoreEnd(TopicPartition topicPartition, String storeName, long totalRestored) {
        StateRestoreListener told = listener;
        if (told != null) {
            told.onRestoreEnd(topicPartition, storeName, totalRestored);
        }
    }

    @Override
    public void onRestoreSuspended(TopicPartition topicPartition, String storeName, long totalRestored) {
        StateRestoreListener told = listener;
        if (told != null) {
            told.onRestoreSuspended(topicPartition, storeName, totalRestored);
        }
    }
}
