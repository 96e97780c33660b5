package dev.millrace.streams.errors;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

public class LogAndContinueExceptionHandler implements DeserializationExceptionHandler {

    public LogAndContinueExceptionHandler() {}

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        throw new UnsupportedOperationException("LogAndContinueExceptionHandler.handleError");
    }

    @Override
    public void configure(Map<String, ?> configs) {
        throw new UnsupportedOperationException("LogAndContinueExceptionHandler.configure");
    }
}
