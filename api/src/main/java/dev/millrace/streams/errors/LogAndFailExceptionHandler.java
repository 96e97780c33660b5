package dev.millrace.streams.errors;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that a record cannot be read, and fails. The default. Writes a dead letter if there is a queue for them.
 */
public class LogAndFailExceptionHandler implements DeserializationExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LogAndFailExceptionHandler.class);

    private volatile DeadLetters deadLetters = DeadLetters.none();

    /** For the configuration. */
    public LogAndFailExceptionHandler() {}

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        LOG.error(
                "Task {} cannot read the record of {}-{} at offset {}, and fails",
                context.taskId(),
                record.topic(),
                record.partition(),
                record.offset(),
                exception);
        return DeserializationExceptionHandler.Response.fail(deadLetters.of(context, exception));
    }

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = DeadLetters.of(configs);
    }
}
