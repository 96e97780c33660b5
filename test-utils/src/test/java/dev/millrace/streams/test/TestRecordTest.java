package dev.millrace.streams.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TestRecordTest {

    @Test
    void whatIsLeftOutIsNullAndHeadersAreEmpty() {
        TestRecord<String, String> record = new TestRecord<>("v");

        assertThat(record.key()).isNull();
        assertThat(record.getValue()).isEqualTo("v");
        assertThat(record.timestamp()).isNull();
        assertThat(record.getRecordTime()).isNull();
        assertThat(record.headers()).isEqualTo(new RecordHeaders());
        assertThat(record)
                .hasToString("TestRecord[key=null, value=v, headers=RecordHeaders(headers = [], isReadOnly = false),"
                        + " recordTime=null]");
    }

    @Test
    void recordsWithEqualPartsAreEqual() {
        Headers headers = new RecordHeaders().add("h", new byte[] {1});
        TestRecord<String, String> record = new TestRecord<>("k", "v", headers, 5L);

        assertThat(record)
                .isEqualTo(new TestRecord<>("k", "v", headers, Instant.ofEpochMilli(5)))
                .hasSameHashCodeAs(new TestRecord<>("k", "v", headers, 5L))
                .isNotEqualTo(new TestRecord<>("k", "v", headers, 6L))
                .isNotEqualTo(new TestRecord<>("k", "v", Instant.ofEpochMilli(5)));
    }

    @Test
    void headersAreItsOwn() {
        Headers headers = new RecordHeaders();
        TestRecord<String, String> record = new TestRecord<>("k", "v", headers);
        headers.add("later", new byte[0]);

        assertThat(record.headers()).isEmpty();
    }

    @Test
    void recordsOfTheClientsAreTakenOver() {
        assertThat(new TestRecord<>(new ProducerRecord<>("t", 0, 7L, "k", "v")))
                .isEqualTo(new TestRecord<>("k", "v", Instant.ofEpochMilli(7)));
        assertThat(new TestRecord<>(new ConsumerRecord<>("t", 3, 4L, "k", "v")).timestamp())
                .isEqualTo(-1);
    }

    @Test
    void aNegativeTimeIsRefused() {
        assertThatThrownBy(() -> new TestRecord<>("k", "v", null, -1L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }
}
