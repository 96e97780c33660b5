package dev.millrace.streams.processor;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Tells the time of a record: when the event happened, was logged, or is processed.
 *
 * <p>One instance may serve several stream threads.
 *
 * <p>Source: KIP-32, and the setting {@code default.timestamp.extractor} in the Kafka documentation.
 */
@FunctionalInterface
public interface TimestampExtractor {

    /**
     * The time of a record, in milliseconds since the epoch.
     *
     * @param record the record, deserialized
     * @param partitionTime the highest timestamp seen in its partition, -1 if there is none
     * @return the time; a negative one drops the record
     */
    long extract(ConsumerRecord<Object, Object> record, long partitionTime);
}
