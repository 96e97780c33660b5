package dev.millrace.streams.errors;

/** Says that a state store cannot be used: it is not open, has moved, or does not exist. */
public class InvalidStateStoreException extends StreamsException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public InvalidStateStoreException(String message) {
        super(message);
    }

    /** Creates the exception with a message and a cause. */
    public InvalidStateStoreException(String message, Throwable throwable) {
        super(message, throwable);
    }

    /** Creates the exception with a cause. */
    public InvalidStateStoreException(Throwable throwable) {
        super(throwable);
    }
}
