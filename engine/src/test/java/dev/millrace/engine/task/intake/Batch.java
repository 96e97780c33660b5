package dev.millrace.engine.task.intake;

import dev.millrace.engine.port.SourceBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A batch written down in a test: texts as keys and values, and consecutive offsets. */
public final class Batch implements SourceBatch {
    private final TopicPartition partition;
    private final long firstOffset;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(@Nullable String key, @Nullable String value, long timestamp, Headers headers) {}

    private Batch(TopicPartition partition, long firstOffset) {
        this.partition = partition;
        this.firstOffset = firstOffset;
    }

    public static Batch of(String topic, int partition, long firstOffset) {
        return new Batch(new TopicPartition(topic, partition), firstOffset);
    }

    public Batch with(@Nullable String key, @Nullable String value, long timestamp) {
        entries.add(new Entry(key, value, timestamp, new RecordHeaders()));
        return this;
    }

    @Override
    public TopicPartition partition() {
        return partition;
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public long offset(int index) {
        return firstOffset + index;
    }

    @Override
    public long timestamp(int index) {
        return entries.get(index).timestamp();
    }

    @Override
    public byte @Nullable [] key(int index) {
        return bytes(entries.get(index).key());
    }

    @Override
    public byte @Nullable [] value(int index) {
        return bytes(entries.get(index).value());
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Headers headers(int index) {
        return entries.get(index).headers();
    }

    /** One more than the last record needs, as if a transaction marker followed. */
    @Override
    public long nextOffset() {
        return firstOffset + entries.size() + 1;
    }
}
