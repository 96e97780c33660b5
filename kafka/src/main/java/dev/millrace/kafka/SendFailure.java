package dev.millrace.kafka;

import dev.millrace.engine.port.SendOrigin;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.processor.TaskId;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What an exception handler that does not look at source records is told about a record that the brokers refused: who sent
 * it, and the record itself.
 */
record SendFailure(ProducerRecord<byte[], byte[]> record, SendOrigin origin) implements ErrorHandlerContext {

    @Override
    public @Nullable String topic() {
        return null;
    }

    @Override
    public int partition() {
        return -1;
    }

    @Override
    public long offset() {
        return -1;
    }

    @Override
    public Headers headers() {
        return record.headers();
    }

    @Override
    public String processorNodeId() {
        return origin.nodeName();
    }

    @Override
    public TaskId taskId() {
        return origin.taskId();
    }

    @Override
    public long timestamp() {
        Long timestampMs = record.timestamp();
        return timestampMs == null ? -1 : timestampMs;
    }

    @Override
    public byte @Nullable [] sourceRawKey() {
        return record.key();
    }

    @Override
    public byte @Nullable [] sourceRawValue() {
        return record.value();
    }
}
