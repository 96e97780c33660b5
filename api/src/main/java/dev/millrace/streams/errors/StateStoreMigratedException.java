package dev.millrace.streams.errors;

public class StateStoreMigratedException extends InvalidStateStoreException {

    public StateStoreMigratedException(String message) {
        super(message);
    }

    public StateStoreMigratedException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
