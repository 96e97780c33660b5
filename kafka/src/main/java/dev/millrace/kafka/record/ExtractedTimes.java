package dev.millrace.kafka.record;

import dev.millrace.engine.port.EventTime;
import dev.millrace.engine.port.EventTimes;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.FailOnInvalidTimestamp;
import dev.millrace.streams.processor.LogAndSkipOnInvalidTimestamp;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.streams.processor.UsePartitionTimeOnInvalidTimestamp;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Event times from the application's timestamp extractors.
 *
 * <p>The built-in extractors look at nothing but the record's own timestamp while that is valid. For them no client record is
 * made then: it would be the only object made for most records of most applications.
 */
public final class ExtractedTimes implements EventTimes {
    /** By class, not {@code instanceof}: a subclass may look at more. */
    private static final Set<Class<?>> OWN_TIMESTAMP_SUFFICES = Set.of(
            FailOnInvalidTimestamp.class, LogAndSkipOnInvalidTimestamp.class, UsePartitionTimeOnInvalidTimestamp.class);

    private final TimestampExtractor configured;

    /** @param configured the extractor of sources that name none */
    public ExtractedTimes(TimestampExtractor configured) {
        this.configured = configured;
    }

    @Override
    public EventTime of(@Nullable TimestampExtractor extractor) {
        TimestampExtractor chosen = extractor == null ? configured : extractor;
        EventTime extracted =
                (batch, index, key, value, partitionTime) -> extract(chosen, batch, index, key, value, partitionTime);
        if (!OWN_TIMESTAMP_SUFFICES.contains(chosen.getClass())) {
            return extracted;
        }
        return (batch, index, key, value, partitionTime) -> {
            long own = batch.timestamp(index);
            return own >= 0 ? own : extracted.of(batch, index, key, value, partitionTime);
        };
    }

    private static long extract(
            TimestampExtractor extractor,
            SourceBatch batch,
            int index,
            @Nullable Object key,
            @Nullable Object value,
            long partitionTime) {
        ConsumerRecord<Object, Object> record = SourceRecords.typed(batch, index, key, value);
        try {
            return extractor.extract(record, partitionTime);
        } catch (StreamsException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StreamsException(
                    "The timestamp extractor " + extractor.getClass().getName() + " failed at record " + record, e);
        }
    }
}
