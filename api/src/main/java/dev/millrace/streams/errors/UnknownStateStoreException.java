package dev.millrace.streams.errors;

public class UnknownStateStoreException extends InvalidStateStoreException {

    public UnknownStateStoreException(String message) {
        super(message);
    }

    public UnknownStateStoreException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
