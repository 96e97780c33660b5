package dev.millrace.engine.port;

import org.jspecify.annotations.Nullable;

/** Reads the event time of a source record: the user's {@code TimestampExtractor} behind a face without client types. */
@FunctionalInterface
public interface EventTime {

    /**
     * Event time in milliseconds; negative means "skip this record".
     *
     * @param partitionTime the highest event time seen so far in the record's partition, -1 if none
     */
    long of(SourceBatch batch, int index, @Nullable Object key, @Nullable Object value, long partitionTime);
}
