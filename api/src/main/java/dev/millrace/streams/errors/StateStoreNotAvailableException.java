package dev.millrace.streams.errors;

/** Says that a state store is closed for good on this instance (KIP-216). */
public class StateStoreNotAvailableException extends InvalidStateStoreException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public StateStoreNotAvailableException(String message) {
        super(message);
    }

    /** Creates the exception with a message and a cause. */
    public StateStoreNotAvailableException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
