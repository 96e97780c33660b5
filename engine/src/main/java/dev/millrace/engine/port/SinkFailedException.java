package dev.millrace.engine.port;

import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * Says that records could not be written, and that the answer of the production exception handler, if it could be asked, was
 * to fail. It may surface while another record is being processed, so it is not that record's fault: no other exception
 * handler is asked about it.
 */
public final class SinkFailedException extends StreamsException {
    private static final long serialVersionUID = 1L;

    public SinkFailedException(String message, Throwable cause, @Nullable TaskId taskId) {
        super(message, cause, taskId);
    }
}
