package dev.millrace.runtime;

import dev.millrace.engine.port.RecordSink;
import dev.millrace.engine.port.SendOrigin;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The sink of global stores, which send nothing. */
final class NoSink implements RecordSink {

    @Override
    public void send(
            String topic,
            @Nullable Integer partition,
            long timestampMs,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable Headers headers,
            SendOrigin origin) {
        throw new UnsupportedOperationException(
                "A global store sends no records, but " + origin.nodeName() + " wants to send to " + topic);
    }

    @Override
    public void flush() {}

    @Override
    public int partitionsOf(String topic) {
        throw new UnsupportedOperationException("A global store sends no records to " + topic);
    }

    @Override
    public Map<TopicPartition, Long> acknowledgedChangelogOffsets() {
        return Map.of();
    }
}
