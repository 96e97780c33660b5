package dev.millrace.engine.task;

import dev.millrace.engine.operator.user.GlobalHandlerView;
import dev.millrace.engine.operator.user.HandlerView;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.processor.ProcessorContext;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.spi.ProcessorContextSource;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What an exception handler is told about the record that failed: an immutable picture taken when it did. Handlers of the past
 * ask for a processor context instead, which is the task itself: it is good for as long as the handler is asked.
 */
final class FailedRecord implements ErrorHandlerContext, ProcessorContextSource {
    private final TaskContext context;
    private final @Nullable String topic;
    private final int partition;
    private final long offset;
    private final long timestamp;
    private final Headers headers;
    private final TaskId taskId;
    private final String nodeName;
    private final byte @Nullable [] sourceKey;
    private final byte @Nullable [] sourceValue;

    FailedRecord(TaskContext context, String nodeName, byte @Nullable [] sourceKey, byte @Nullable [] sourceValue) {
        this.context = context;
        this.topic = context.topic();
        this.partition = context.partition();
        this.offset = context.offset();
        this.timestamp = context.timestamp();
        this.headers = context.headers();
        this.taskId = context.taskId();
        this.nodeName = nodeName;
        this.sourceKey = sourceKey;
        this.sourceValue = sourceValue;
    }

    @Override
    public @Nullable String topic() {
        return topic;
    }

    @Override
    public int partition() {
        return partition;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public Headers headers() {
        return headers;
    }

    @Override
    public String processorNodeId() {
        return nodeName;
    }

    @Override
    public TaskId taskId() {
        return taskId;
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public byte @Nullable [] sourceRawKey() {
        return sourceKey;
    }

    @Override
    public byte @Nullable [] sourceRawValue() {
        return sourceValue;
    }

    @Override
    public ProcessorContext processorContext() {
        return context.global() ? new GlobalHandlerView(context) : new HandlerView(context);
    }
}
