package dev.millrace.streams.processor;

import org.apache.kafka.clients.consumer.ConsumerRecord;

@FunctionalInterface
public interface TimestampExtractor {

    long extract(ConsumerRecord<Object, Object> record, long partitionTime);
}
