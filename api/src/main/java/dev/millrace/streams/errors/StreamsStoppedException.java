package dev.millrace.streams.errors;

/** Says that the application is shutting down or has stopped, so its state cannot be queried (KIP-216). */
public class StreamsStoppedException extends InvalidStateStoreException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public StreamsStoppedException(String message) {
        super(message);
    }

    /** Creates the exception with a message and a cause. */
    public StreamsStoppedException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
