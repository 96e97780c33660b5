package dev.millrace.streams.errors;

/** Says that the partition of a store that is asked for does not exist or is not on this instance (KIP-562). */
public class InvalidStateStorePartitionException extends InvalidStateStoreException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public InvalidStateStorePartitionException(String message) {
        super(message);
    }

    /** Creates the exception with a message and a cause. */
    public InvalidStateStorePartitionException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
