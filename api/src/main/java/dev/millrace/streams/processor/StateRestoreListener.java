package dev.millrace.streams.processor;

import org.apache.kafka.common.TopicPartition;

/** Hears how stores are restored from their changelogs. Called from several threads; must not block for long. */
public interface StateRestoreListener {

    /** A restoration begins, from one offset to another. */
    void onRestoreStart(TopicPartition topicPartition, String storeName, long startingOffset, long endingOffset);

    /** A batch is restored: its last offset and how many records it had. */
    void onBatchRestored(TopicPartition topicPartition, String storeName, long batchEndOffset, long numRestored);

    /** A restoration is complete, with this many records. */
    void onRestoreEnd(TopicPartition topicPartition, String storeName, long totalRestored);

    /** A restoration ends early, after this many records, because the task goes elsewhere (KIP-869). */
    default void onRestoreSuspended(TopicPartition topicPartition, String storeName, long totalRestored) {}
}
