package dev.millrace.kafka.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.port.EventTime;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.FailOnInvalidTimestamp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Batches of a poll, and the event times of their records. */
class ExtractedTimesTest {
    private static final TopicPartition PARTITION = new TopicPartition("in", 2);

    @Test
    void aBatchShowsTheRecordsOfOnePartition() {
        SourceBatch batch = batch(5, 100, 101);

        assertThat(batch.partition()).isEqualTo(PARTITION);
        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.offset(1)).isEqualTo(6);
        assertThat(batch.timestamp(1)).isEqualTo(101);
        assertThat(batch.key(0)).isEqualTo(bytes("k5"));
        assertThat(batch.value(1)).isEqualTo(bytes("v6"));
        assertThat(batch.headers(0).lastHeader("h").value()).isEqualTo(bytes("x"));
    }

    @Test
    void theNextOffsetIsThatOfTheConsumerWhereItKnowsBetter() {
        assertThat(batch(5, 100, 101).nextOffset()).isEqualTo(7);
        ConsumerRecords<byte[], byte[]> pastMarker = new ConsumerRecords<>(
                Map.of(PARTITION, List.of(record(5, 100))), Map.of(PARTITION, new OffsetAndMetadata(9)));
        assertThat(KafkaBatch.of(pastMarker).get(0).nextOffset()).isEqualTo(9);
    }

    @Test
    void anEmptyPollHasNoBatches() {
        assertThat(KafkaBatch.of(ConsumerRecords.empty())).isEmpty();
    }

    @Test
    void anExtractorSeesTheDeserializedRecordAndThePartitionTime() {
        List<ConsumerRecord<Object, Object>> seen = new ArrayList<>();
        EventTime times = new ExtractedTimes(new FailOnInvalidTimestamp()).of((record, partitionTime) -> {
            seen.add(record);
            return partitionTime + 1;
        });

        long time = times.of(batch(5, 100), 0, "key", 7L, 41);

        assertThat(time).isEqualTo(42);
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).key()).isEqualTo("key");
        assertThat(seen.get(0).value()).isEqualTo(7L);
        assertThat(seen.get(0).offset()).isEqualTo(5);
        assertThat(seen.get(0).timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
        assertThat(seen.get(0).serializedKeySize()).isEqualTo(2);
    }

    @Test
    void theDefaultReadsTheRecordsOwnTimeWithoutMakingARecord() {
        EventTime times = new ExtractedTimes(new FailOnInvalidTimestamp()).of(null);
        SourceBatch untouchable = new OnlyTimestamps();

        assertThat(times.of(untouchable, 0, null, null, -1)).isEqualTo(77);
    }

    @Test
    void theDefaultFailsOnARecordWithoutTime() {
        EventTime times = new ExtractedTimes(new FailOnInvalidTimestamp()).of(null);

        assertThatThrownBy(() -> times.of(batch(5, -1), 0, "k", "v", -1)).isInstanceOf(StreamsException.class);
    }

    @Test
    void aSubclassOfABuiltInExtractorIsAlwaysAsked() {
        EventTime times = new ExtractedTimes(new FailOnInvalidTimestamp() {
                    @Override
                    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
                        return 1;
                    }
                })
                .of(null);

        assertThat(times.of(batch(5, 100), 0, "k", "v", -1)).isEqualTo(1);
    }

    @Test
    void whatAnExtractorThrowsIsFatalAndNamesTheRecord() {
        EventTime times = new ExtractedTimes(new FailOnInvalidTimestamp()).of((record, partitionTime) -> {
            throw new IllegalArgumentException("no");
        });

        assertThatThrownBy(() -> times.of(batch(5, 100), 0, "k", "v", -1))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("offset = 5")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    private static SourceBatch batch(long firstOffset, long... timestamps) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < timestamps.length; i++) {
            records.add(record(firstOffset + i, timestamps[i]));
        }
        return KafkaBatch.of(new ConsumerRecords<>(Map.of(PARTITION, records), Map.of()))
                .get(0);
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, long timestamp) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("h", bytes("x"));
        return new ConsumerRecord<>(
                "in",
                2,
                offset,
                timestamp,
                TimestampType.LOG_APPEND_TIME,
                2,
                2,
                bytes("k" + offset),
                bytes("v" + offset),
                headers,
                Optional.of(1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A batch that fails on any question but that for the time. */
    private static final class OnlyTimestamps implements SourceBatch {
        @Override
        public TopicPartition partition() {
            throw new AssertionError("partition");
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public long offset(int index) {
            throw new AssertionError("offset");
        }

        @Override
        public long timestamp(int index) {
            return 77;
        }

        @Override
        public byte[] key(int index) {
            throw new AssertionError("key");
        }

        @Override
        public byte[] value(int index) {
            throw new AssertionError("value");
        }

        @Override
        public Headers headers(int index) {
            throw new AssertionError("headers");
        }

        @Override
        public long nextOffset() {
            throw new AssertionError("nextOffset");
        }
    }
}
