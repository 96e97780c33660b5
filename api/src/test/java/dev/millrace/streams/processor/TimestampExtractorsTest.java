package dev.millrace.streams.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.errors.StreamsException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimestampExtractorsTest {
    private static ConsumerRecord<Object, Object> recordAt(long timestamp) {
        return new ConsumerRecord<>(
                "topic",
                3,
                9,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty());
    }

    static Stream<TimestampExtractor> thatUseTheTimestampOfTheRecord() {
        return Stream.of(
                new FailOnInvalidTimestamp(),
                new LogAndSkipOnInvalidTimestamp(),
                new UsePartitionTimeOnInvalidTimestamp());
    }

    @ParameterizedTest
    @MethodSource("thatUseTheTimestampOfTheRecord")
    void aValidTimestampIsUsed(TimestampExtractor extractor) {
        assertThat(extractor.extract(recordAt(77), 3)).isEqualTo(77);
        assertThat(extractor.extract(recordAt(0), 3)).isZero();
    }

    @Test
    void anInvalidTimestampFails() {
        assertThatThrownBy(() -> new FailOnInvalidTimestamp().extract(recordAt(-1), 3))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("offset 9 of topic-3");
    }

    @Test
    void anInvalidTimestampDropsTheRecord() {
        assertThat(new LogAndSkipOnInvalidTimestamp().extract(recordAt(-2), 3)).isEqualTo(-2);
    }

    @Test
    void anInvalidTimestampBecomesThatOfThePartition() {
        assertThat(new UsePartitionTimeOnInvalidTimestamp().extract(recordAt(-1), 3))
                .isEqualTo(3);
        assertThatThrownBy(() -> new UsePartitionTimeOnInvalidTimestamp().extract(recordAt(-1), -1))
                .isInstanceOf(StreamsException.class);
    }

    @Test
    void theClockOnTheWallDoesNotLookAtTheRecord() {
        long before = System.currentTimeMillis();
        assertThat(new WallclockTimestampExtractor().extract(recordAt(1), 1))
                .isBetween(before, System.currentTimeMillis());
    }
}
