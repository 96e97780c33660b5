package dev.millrace.streams.errors;

public class StreamsStoppedException extends InvalidStateStoreException {

    public StreamsStoppedException(String message) {
        super(message);
    }

    public StreamsStoppedException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
