package dev.millrace.streams.errors;

import dev.millrace.streams.processor.TaskId;
import org.apache.kafka.common.header.Headers;

/**
 * Where an error happened: the input record it goes back to, the task and the processor (KIP-1033).
 *
 * <p>Valid during the call of the handler.
 */
public interface ErrorHandlerContext {

    /** The topic of the input record, null if there is none, as in a punctuator. */
    String topic();

    /** The partition of the input record, -1 if there is none. */
    int partition();

    /** The offset of the input record, -1 if there is none. */
    long offset();

    /** The headers of the record, empty if there are none. */
    Headers headers();

    /** The name of the processor. */
    String processorNodeId();

    /** The task. */
    TaskId taskId();

    /** The timestamp of the record, as far as there is one. */
    long timestamp();

    /** The bytes of the input record's key, null if there are none or they are no longer kept (KIP-1034). */
    byte[] sourceRawKey();

    /** The bytes of the input record's value, null if there are none or they are no longer kept (KIP-1034). */
    byte[] sourceRawValue();
}
