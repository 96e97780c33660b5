package dev.millrace.streams.processor;

import org.apache.kafka.common.header.Headers;

/** Where a record came from: what a {@link TopicNameExtractor} may look at. */
public interface RecordContext {

    /** The topic of the input record, null if there is none. */
    String topic();

    /** The partition of the input record, -1 if there is none. */
    int partition();

    /** The offset of the input record, -1 if there is none. */
    long offset();

    /** The timestamp of the record. */
    long timestamp();

    /** The headers of the record. */
    Headers headers();

    /** The bytes of the input record's key, null if there are none or they are no longer kept. */
    byte[] sourceRawKey();

    /** The bytes of the input record's value, null if there are none or they are no longer kept. */
    byte[] sourceRawValue();
}
