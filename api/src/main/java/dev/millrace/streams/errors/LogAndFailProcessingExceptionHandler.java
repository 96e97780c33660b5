package dev.millrace.streams.errors;

import dev.millrace.streams.processor.api.Record;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that a record cannot be processed, and fails. The default. Writes a dead letter if there is a queue for them.
 */
public class LogAndFailProcessingExceptionHandler implements ProcessingExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LogAndFailProcessingExceptionHandler.class);

    private volatile DeadLetters deadLetters = DeadLetters.none();

    /** For the configuration. */
    public LogAndFailProcessingExceptionHandler() {}

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        LOG.error(
                "Processor {} of task {} failed at the record of {}-{} at offset {}",
                context.processorNodeId(),
                context.taskId(),
                context.topic(),
                context.partition(),
                context.offset(),
                exception);
        return ProcessingExceptionHandler.Response.fail(deadLetters.of(context, exception));
    }

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = DeadLetters.of(configs);
    }
}
