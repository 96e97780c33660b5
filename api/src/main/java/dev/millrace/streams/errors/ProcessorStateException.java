package dev.millrace.streams.errors;

public class ProcessorStateException extends StreamsException {

    public ProcessorStateException(String message) {
        super(message);
    }

    public ProcessorStateException(String message, Throwable throwable) {
        super(message, throwable);
    }

    public ProcessorStateException(Throwable throwable) {
        super(throwable);
    }
}
