package dev.millrace.streams.processor;

import dev.millrace.streams.errors.StreamsException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes the timestamp Kafka keeps with each record, and the time of its partition where that is negative. Thread-safe.
 */
public class UsePartitionTimeOnInvalidTimestamp extends ExtractRecordMetadataTimestamp {

    /** Creates the extractor. */
    public UsePartitionTimeOnInvalidTimestamp() {}

    /**
     * The highest timestamp seen in the partition.
     *
     * @throws StreamsException if there is none yet
     */
    @Override
    public long onInvalidTimestamp(ConsumerRecord<Object, Object> record, long recordTimestamp, long partitionTime)
            throws StreamsException {
        if (partitionTime < 0) {
            throw new StreamsException("The record at offset " + record.offset() + " of " + record.topic() + "-"
                    + record.partition() + " has the negative timestamp " + recordTimestamp
                    + ", and no record before it tells the time of the partition. The record: " + record);
        }
        return partitionTime;
    }
}
