package dev.millrace.engine.operator;

import dev.millrace.state.OriginSnapshot;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.processor.TaskId;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What a handler is told, taken from the fake task's current record. */
record FakeFault(String processorNodeId, OriginSnapshot origin) implements ErrorHandlerContext {

    @Override
    public @Nullable String topic() {
        return origin.topic();
    }

    @Override
    public int partition() {
        return origin.partition();
    }

    @Override
    public long offset() {
        return origin.offset();
    }

    @Override
    public Headers headers() {
        return origin.headers();
    }

    @Override
    public TaskId taskId() {
        return new TaskId(0, 1);
    }

    @Override
    public long timestamp() {
        return origin.timestamp();
    }

    @Override
    public byte[] sourceRawKey() {
        return new byte[] {'r', 'k'};
    }

    @Override
    public byte[] sourceRawValue() {
        return new byte[] {'r', 'v'};
    }
}
