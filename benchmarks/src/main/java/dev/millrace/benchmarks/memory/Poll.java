package dev.millrace.benchmarks.memory;

import dev.millrace.benchmarks.input.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * What one poll returns, made beforehand and returned again and again, each time at a later offset and time: so that the
 * stream thread measures an engine and not the making of its input.
 */
final class Poll {
    private final int msPerStep;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final RecordHeaders noHeaders = new RecordHeaders();
    private long firstOffset;
    private long timestampMs;

    /** @param msPerStep from one of the times in it to the next */
    Poll(int msPerStep) {
        this.msPerStep = msPerStep;
    }

    void add(String topic, byte[] key, byte[] value) {
        records.add(new Fed(topic, records.size(), key, value));
    }

    /** Moves all records to an offset and a time. */
    List<ConsumerRecord<byte[], byte[]>> at(long offset, long newTimestampMs) {
        firstOffset = offset;
        timestampMs = newTimestampMs;
        return records;
    }

    /** A record whose offset and time are those of its poll. */
    private final class Fed extends ConsumerRecord<byte[], byte[]> {
        private final int place;

        Fed(String topic, int place, byte[] key, byte[] value) {
            super(
                    topic,
                    0,
                    place,
                    0,
                    TimestampType.CREATE_TIME,
                    key.length,
                    value.length,
                    key,
                    value,
                    noHeaders,
                    Optional.empty());
            this.place = place;
        }

        @Override
        public long offset() {
            return firstOffset + place;
        }

        @Override
        public long timestamp() {
            return timestampMs + (long) place / Records.PER_MS * msPerStep;
        }
    }
}
