package dev.millrace.streams.errors;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

public class DefaultProductionExceptionHandler implements ProductionExceptionHandler {

    public DefaultProductionExceptionHandler() {}

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        throw new UnsupportedOperationException("DefaultProductionExceptionHandler.handleError");
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            ProductionExceptionHandler.SerializationExceptionOrigin origin) {
        throw new UnsupportedOperationException("DefaultProductionExceptionHandler.handleSerializationError");
    }

    @Override
    public void configure(Map<String, ?> configs) {
        throw new UnsupportedOperationException("DefaultProductionExceptionHandler.configure");
    }
}
