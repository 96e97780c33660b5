package dev.millrace.streams.errors;

import dev.millrace.streams.processor.api.Record;
import java.util.Map;

public class LogAndContinueProcessingExceptionHandler implements ProcessingExceptionHandler {

    public LogAndContinueProcessingExceptionHandler() {}

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        throw new UnsupportedOperationException("LogAndContinueProcessingExceptionHandler.handleError");
    }

    @Override
    public void configure(Map<String, ?> configs) {
        throw new UnsupportedOperationException("LogAndContinueProcessingExceptionHandler.configure");
    }
}
