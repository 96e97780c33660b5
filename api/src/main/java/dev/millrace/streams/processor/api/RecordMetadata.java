package dev.millrace.streams.processor.api;

/** Where an input record stands in Kafka. */
public interface RecordMetadata {

    /** The topic. */
    String topic();

    /** The partition. */
    int partition();

    /** The offset. */
    long offset();
}
