package dev.millrace.state;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Takes the changelog records of a commit: per changed key, its last value. */
@FunctionalInterface
public interface ChangelogSink {
    /** For records that stand for no moment of event time. */
    long NO_TIMESTAMP = -1;

    /**
     * Appends one record. Where a store keeps a value with its event time, the record has that time as its own timestamp and
     * the bare value as its value: the eight bytes of time are in local files, never in a changelog.
     *
     * @param value null deletes the key
     * @param timestampMs {@link #NO_TIMESTAMP} to leave the record without one
     * @param headers null for none
     */
    void append(
            TopicPartition changelog, byte[] key, byte @Nullable [] value, long timestampMs, @Nullable Headers headers);
}
