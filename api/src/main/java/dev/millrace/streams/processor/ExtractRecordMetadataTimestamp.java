package dev.millrace.streams.processor;

import org.apache.kafka.clients.consumer.ConsumerRecord;

abstract class ExtractRecordMetadataTimestamp implements TimestampExtractor {

    ExtractRecordMetadataTimestamp() {}

    @Override
    public long extract(ConsumerRecord<Object, Object> consumerRecord, long timestamp) {
        throw new UnsupportedOperationException("ExtractRecordMetadataTimestamp.extract");
    }

    public abstract long onInvalidTimestamp(
            ConsumerRecord<Object, Object> consumerRecord, long timestamp, long timestamp2);
}
