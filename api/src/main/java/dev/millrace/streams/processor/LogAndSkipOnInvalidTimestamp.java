package dev.millrace.streams.processor;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the timestamp Kafka keeps with each record, and drops records where that is negative. Thread-safe. */
public class LogAndSkipOnInvalidTimestamp extends ExtractRecordMetadataTimestamp {
    private static final Logger LOG = LoggerFactory.getLogger(LogAndSkipOnInvalidTimestamp.class);

    /** Creates the extractor. */
    public LogAndSkipOnInvalidTimestamp() {}

    /** Warns and returns the negative timestamp, which drops the record. */
    @Override
    public long onInvalidTimestamp(ConsumerRecord<Object, Object> record, long recordTimestamp, long partitionTime) {
        LOG.warn(
                "Dropping the record at offset {} of {}-{}: its timestamp, {}, is negative",
                record.offset(),
                record.topic(),
                record.partition(),
                recordTimestamp);
        return recordTimestamp;
    }
}
