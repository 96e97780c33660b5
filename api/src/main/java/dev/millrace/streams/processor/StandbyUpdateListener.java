package dev.millrace.streams.processor;

import org.apache.kafka.common.TopicPartition;

public interface StandbyUpdateListener {

    void onUpdateStart(TopicPartition topicPartition, String storeName, long startingOffset);

    void onBatchLoaded(
            TopicPartition topicPartition,
            String storeName,
            TaskId taskId,
            long batchEndOffset,
            long batchSize,
            long currentEndOffset);

    void onUpdateSuspended(
            TopicPartition topicPartition,
            String storeName,
            long storeOffset,
            long currentEndOffset,
            SuspendReason reason);

    enum SuspendReason {
        MIGRATED,
        PROMOTED;
    }
}
