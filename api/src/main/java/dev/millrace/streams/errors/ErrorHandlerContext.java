package dev.millrace.streams.errors;

import dev.millrace.streams.processor.TaskId;
import org.apache.kafka.common.header.Headers;

public interface ErrorHandlerContext {

    String topic();

    int partition();

    long offset();

    Headers headers();

    String processorNodeId();

    TaskId taskId();

    long timestamp();

    byte[] sourceRawKey();

    byte[] sourceRawValue();
}
