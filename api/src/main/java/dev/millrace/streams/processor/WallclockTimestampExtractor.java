package dev.millrace.streams.processor;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes the time of this machine when the record is processed. Thread-safe. */
public class WallclockTimestampExtractor implements TimestampExtractor {
    private final Clock clock = Clock.systemUTC();

    /** Creates the extractor. */
    public WallclockTimestampExtractor() {}

    /** Now, whatever the record says. */
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return clock.millis();
    }
}
