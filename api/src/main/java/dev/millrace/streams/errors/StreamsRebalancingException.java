package dev.millrace.streams.errors;

/** Says that the application is rebalancing: try again later (KIP-216). */
public class StreamsRebalancingException extends InvalidStateStoreException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public StreamsRebalancingException(String message) {
        super(message);
    }

    /** Creates the exception with a message and a cause. */
    public StreamsRebalancingException(String message, Throwable throwable) {
        super(message, throwable);
    }
}
