package dev.millrace.streams.errors;

/** Says that there is no store with this name (KIP-216). */
public class UnknownStateStoreException extends InvalidStateStoreException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public UnknownStateStoreException(String message) {
        super(message);
    }

    /** Creates the exception with a message and a cause. */
    public UnknownStateStoreException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
