package dev.millrace.streams.processor;

import org.apache.kafka.common.TopicPartition;

public interface StateRestoreListener {

    void onRestoreStart(TopicPartition topicPartition, String storeName, long startingOffset, long endingOffset);

    void onBatchRestored(TopicPartition topicPartition, String storeName, long batchEndOffset, long numRestored);

    void onRestoreEnd(TopicPartition topicPartition, String storeName, long totalRestored);

    default void onRestoreSuspended(TopicPartition topicPartition, String storeName, long totalRestored) {
        throw new UnsupportedOperationException("StateRestoreListener.onRestoreSuspended");
    }
}
