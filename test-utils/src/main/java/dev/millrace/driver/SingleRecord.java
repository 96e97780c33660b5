package dev.millrace.driver;

import dev.millrace.engine.port.SourceBatch;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** One record at an offset of its partition: the only batch there is in a test. */
record SingleRecord(TopicPartition partition, long offset, CapturedRecord content) implements SourceBatch {

    @Override
    public int size() {
        return 1;
    }

    @Override
    public long offset(int index) {
        return offset;
    }

    @Override
    public long timestamp(int index) {
        return content.timestampMs();
    }

    @Override
    public byte @Nullable [] key(int index) {
        return content.key();
    }

    @Override
    public byte @Nullable [] value(int index) {
        return content.value();
    }

    @Override
    public Headers headers(int index) {
        return content.headers();
    }

    @Override
    public long nextOffset() {
        return offset + 1;
    }
}
