package dev.millrace.streams.errors;

/** Says that the application has not been started, so its state cannot be queried (KIP-216). */
public class StreamsNotStartedException extends InvalidStateStoreException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public StreamsNotStartedException(String message) {
        super(message);
    }

    /** Creates the exception with a message and a cause. */
    public StreamsNotStartedException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
