package dev.millrace.streams.processor;

import org.apache.kafka.clients.consumer.ConsumerRecord;

public class WallclockTimestampExtractor implements TimestampExtractor {

    public WallclockTimestampExtractor() {}

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        throw new UnsupportedOperationException("WallclockTimestampExtractor.extract");
    }
}
