package dev.millrace.streams.processor;

import dev.millrace.streams.errors.StreamsException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes the timestamp Kafka keeps with each record, and fails if that is negative. The default. Thread-safe. */
public class FailOnInvalidTimestamp extends ExtractRecordMetadataTimestamp {

    /** Creates the extractor. */
    public FailOnInvalidTimestamp() {}

    /**
     * Fails.
     *
     * @throws StreamsException always
     */
    @Override
    public long onInvalidTimestamp(ConsumerRecord<Object, Object> record, long recordTimestamp, long partitionTime)
            throws StreamsException {
        throw new StreamsException("The record at offset " + record.offset() + " of " + record.topic() + "-"
                + record.partition() + " has the negative timestamp " + recordTimestamp
                + ". It may have been written by a client or broker older than 0.10;"
                + " use another TimestampExtractor to read it. The record: " + record);
    }
}
