package dev.millrace.streams.processor;

import org.apache.kafka.common.TopicPartition;

/** Hears how standby copies of stores follow their changelogs (KIP-988). Called from several threads. */
public interface StandbyUpdateListener {

    /** A copy starts to follow its changelog, at this offset. */
    void onUpdateStart(TopicPartition topicPartition, String storeName, long startingOffset);

    /**
     * A copy took a batch of records.
     *
     * @param batchEndOffset the offset after the batch
     * @param batchSize how many records
     * @param currentEndOffset the end of the changelog as far as it is known
     */
    void onBatchLoaded(
            TopicPartition topicPartition,
            String storeName,
            TaskId taskId,
            long batchEndOffset,
            long batchSize,
            long currentEndOffset);

    /**
     * A copy no longer follows its changelog.
     *
     * @param storeOffset how far it came
     * @param currentEndOffset the end of the changelog as far as it is known
     * @param reason why
     */
    void onUpdateSuspended(
            TopicPartition topicPartition,
            String storeName,
            long storeOffset,
            long currentEndOffset,
            SuspendReason reason);

    /** Why a copy no longer follows its changelog. */
    enum SuspendReason {
        /** It goes to another instance. */
        MIGRATED,
        /** It becomes active. */
        PROMOTED
    }
}
