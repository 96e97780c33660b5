package dev.millrace.streams.errors;

public class StreamsNotStartedException extends InvalidStateStoreException {

    public StreamsNotStartedException(String message) {
        super(message);
    }

    public StreamsNotStartedException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
