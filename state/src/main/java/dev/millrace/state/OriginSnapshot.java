package dev.millrace.state;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a source record after the task has gone on: the origin of an update that is emitted later.
 *
 * @param topic null if the update was not made by a record (punctuation, start)
 * @param partition -1 if there was no record
 * @param offset -1 if there was no record
 * @param timestamp event time in milliseconds
 */
public record OriginSnapshot(@Nullable String topic, int partition, long offset, long timestamp, Headers headers) {}
