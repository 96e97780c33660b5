package dev.millrace.streams.errors;

public class InvalidStateStorePartitionException extends InvalidStateStoreException {

    public InvalidStateStorePartitionException(String message) {
        super(message);
    }

    public InvalidStateStorePartitionException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
