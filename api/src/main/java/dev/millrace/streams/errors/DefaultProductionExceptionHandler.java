package dev.millrace.streams.errors;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Tries again what may succeed later, and fails otherwise. The default. Writes a dead letter before it fails, if there is a
 * queue for them.
 */
public class DefaultProductionExceptionHandler implements ProductionExceptionHandler {
    private volatile DeadLetters deadLetters = DeadLetters.none();

    /** For the configuration. */
    public DefaultProductionExceptionHandler() {}

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return exception instanceof RetriableException
                ? ProductionExceptionHandler.Response.retry()
                : ProductionExceptionHandler.Response.fail(deadLetters.of(context, exception));
    }

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            ProductionExceptionHandler.SerializationExceptionOrigin origin) {
        return ProductionExceptionHandler.Response.fail(deadLetters.of(context, exception));
    }

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = DeadLetters.of(configs);
    }
}
