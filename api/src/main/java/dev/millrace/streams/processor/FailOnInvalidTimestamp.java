package dev.millrace.streams.processor;

import dev.millrace.streams.errors.StreamsException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

public class FailOnInvalidTimestamp extends ExtractRecordMetadataTimestamp {

    public FailOnInvalidTimestamp() {}

    @Override
    public long onInvalidTimestamp(ConsumerRecord<Object, Object> record, long recordTimestamp, long partitionTime)
            throws StreamsException {
        throw new UnsupportedOperationException("FailOnInvalidTimestamp.onInvalidTimestamp");
    }
}
