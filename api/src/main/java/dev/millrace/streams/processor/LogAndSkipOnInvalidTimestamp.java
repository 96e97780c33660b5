package dev.millrace.streams.processor;

import org.apache.kafka.clients.consumer.ConsumerRecord;

public class LogAndSkipOnInvalidTimestamp extends ExtractRecordMetadataTimestamp {

    public LogAndSkipOnInvalidTimestamp() {}

    @Override
    public long onInvalidTimestamp(ConsumerRecord<Object, Object> record, long recordTimestamp, long partitionTime) {
        throw new UnsupportedOperationException("LogAndSkipOnInvalidTimestamp.onInvalidTimestamp");
    }
}
