package dev.millrace.streams.processor.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.errors.StreamsException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RecordTest {
    private final Headers headers = new RecordHeaders().add("h", new byte[] {1});
    private final Record<String, Integer> record = new Record<>("k", 1, 5, headers);

    @Test
    void headersAreNotShared() {
        Record<String, String> other = record.withValue("v");
        other.headers().add("more", new byte[0]);
        headers.add("late", new byte[0]);
        assertThat(record.headers()).hasSize(1);
        assertThat(other.headers()).hasSize(2);
    }

    @Test
    void noHeadersAreEmptyHeaders() {
        assertThat(new Record<>("k", 1, 5).headers()).isEmpty();
        assertThat(record.withHeaders(null).headers()).isEmpty();
    }

    @Test
    void theTimeOfARecordIsNotNegative() {
        assertThatThrownBy(() -> record.withTimestamp(-1))
                .isInstanceOf(StreamsException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
        FixedKeyRecord<String, Integer> fixed = InternalFixedKeyRecordFactory.create(record);
        assertThatThrownBy(() -> fixed.withTimestamp(-1)).isInstanceOf(StreamsException.class);
    }

    @Test
    void whatIsNotChangedStays() {
        assertThat(record.withKey("k").withValue(1).withTimestamp(5)).isEqualTo(record);
        assertThat(record.withKey("other")).isNotEqualTo(record);
        assertThat(InternalFixedKeyRecordFactory.create(record).withValue(2).withValue(1))
                .isEqualTo(InternalFixedKeyRecordFactory.create(record));
    }
}
