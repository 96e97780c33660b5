package dev.millrace.kafka;

import dev.millrace.engine.port.SendOrigin;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.processor.TaskId;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What an exception handler is told about a record that the brokers refused: who sent it, and the record itself.
 *
 * <p>The source record it came from is not known any more when the refusal arrives; keeping it for every record under way
 * would cost memory for all in order to help a few.
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
