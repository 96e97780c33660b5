package dev.millrace.streams.processor;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes the timestamp Kafka keeps with each record, and lets the subtypes decide about records that have none. */
abstract class ExtractRecordMetadataTimestamp implements TimestampExtractor {

    ExtractRecordMetadataTimestamp() {}

    /** The timestamp of the record, or what {@link #onInvalidTimestamp} makes of it if it is negative. */
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        long timestamp = record.timestamp();
        return timestamp < 0 ? onInvalidTimestamp(record, timestamp, partitionTime) : timestamp;
    }

    /**
     * Decides about a record with a negative timestamp.
     *
     * @param record the record
     * @param recordTimestamp its timestamp
     * @param partitionTime the highest timestamp seen in its partition, -1 if there is none
     * @return the timestamp to use; a negative one drops the record
     */
    public abstract long onInvalidTimestamp(
            ConsumerRecord<Object, Object> record, long recordTimestamp, long partitionTime);
}
