package dev.millrace.engine.port;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The records of one partition that one poll returned, in offset order. Immutable; read by index. */
public interface SourceBatch {

    TopicPartition partition();

    /** How many records there are, at least one. */
    int size();

    long offset(int index);

    /** The record's own timestamp in milliseconds, -1 if it has none. */
    long timestamp(int index);

    byte @Nullable [] key(int index);

    byte @Nullable [] value(int index);

    Headers headers(int index);

    /** The offset to commit once all records of this batch are processed. */
    long nextOffset();
}
