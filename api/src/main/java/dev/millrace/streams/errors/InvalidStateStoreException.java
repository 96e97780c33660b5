package dev.millrace.streams.errors;

public class InvalidStateStoreException extends StreamsException {

    public InvalidStateStoreException(String message) {
        super(message);
    }

    public InvalidStateStoreException(String message, Throwable throwable) {
        super(message, throwable);
    }

    public InvalidStateStoreException(Throwable throwable) {
        super(throwable);
    }
}
