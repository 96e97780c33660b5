package dev.millrace.streams.errors;

/** Says that a state store has moved to another instance: find it there (KIP-216). */
public class StateStoreMigratedException extends InvalidStateStoreException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public StateStoreMigratedException(String message) {
        super(message);
    }

    /** Creates the exception with a message and a cause. */
    public StateStoreMigratedException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
