package dev.millrace.benchmarks.part;

import dev.millrace.engine.port.RecordSink;
import dev.millrace.engine.port.SendOrigin;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;

/** A producer that forgets: what is sent counts as used, and nothing comes of it. */
final class ForgetfulSink implements RecordSink {
    private final Blackhole blackhole;

    ForgetfulSink(Blackhole blackhole) {
        this.blackhole = blackhole;
    }

    @Override
    public void send(
            String topic,
            @Nullable Integer partition,
            long timestampMs,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable Headers headers,
            SendOrigin origin) {
        blackhole.consume(key);
        blackhole.consume(value);
    }

    @Override
    public void flush() {}

    @Override
    public int partitionsOf(String topic) {
        return 1;
    }

    @Override
    public Map<TopicPartition, Long> acknowledgedChangelogOffsets() {
        return Map.of();
    }
}
