package dev.millrace.streams.errors;

public class StateStoreNotAvailableException extends InvalidStateStoreException {

    public StateStoreNotAvailableException(String message) {
        super(message);
    }

    public StateStoreNotAvailableException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
