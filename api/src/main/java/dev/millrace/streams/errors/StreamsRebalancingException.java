package dev.millrace.streams.errors;

public class StreamsRebalancingException extends InvalidStateStoreException {

    public StreamsRebalancingException(String message) {
        super(message);
    }

    public StreamsRebalancingException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
