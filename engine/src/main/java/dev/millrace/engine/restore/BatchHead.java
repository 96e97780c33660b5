package dev.millrace.engine.restore;

import dev.millrace.engine.port.SourceBatch;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The records of a batch before an offset. */
record BatchHead(SourceBatch whole, int size, long nextOffset) implements SourceBatch {

    /** The part of a batch before an offset; has no records if all are behind it. */
    static SourceBatch of(SourceBatch batch, long endOffset) {
        if (batch.nextOffset() <= endOffset) {
            return batch;
        }
        int size = batch.size();
        while (size > 0 && batch.offset(size - 1) >= endOffset) {
            size--;
        }
        return size == batch.size() ? batch : new BatchHead(batch, size, endOffset);
    }

    @Override
    public TopicPartition partition() {
        return whole.partition();
    }

    @Override
    public long offset(int index) {
        return whole.offset(index);
    }

    @Override
    public long timestamp(int index) {
        return whole.timestamp(index);
    }

    @Override
    public byte @Nullable [] key(int index) {
        return whole.key(index);
    }

    @Override
    public byte @Nullable [] value(int index) {
        return whole.value(index);
    }

    @Override
    public Headers headers(int index) {
        return whole.headers(index);
    }
}
