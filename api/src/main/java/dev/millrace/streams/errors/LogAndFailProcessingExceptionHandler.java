package dev.millrace.streams.errors;

import dev.millrace.streams.processor.api.Record;
import java.util.Map;

public class LogAndFailProcessingExceptionHandler implements ProcessingExceptionHandler {

    public LogAndFailProcessingExceptionHandler() {}

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        throw new UnsupportedOperationException("LogAndFailProcessingExceptionHandler.handleError");
    }

    @Override
    public void configure(Map<String, ?> configs) {
        throw new UnsupportedOperationException("LogAndFailProcessingExceptionHandler.configure");
    }
}
