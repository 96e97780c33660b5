package dev.millrace.streams.errors;

/** Says that a topology is not possible: names are taken or missing, or steps do not fit. */
public class TopologyException extends StreamsException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public TopologyException(String message) {
        super("Invalid topology: " + message);
    }

    /** Creates the exception with a message and a cause. */
    public TopologyException(String message, Throwable throwable) {
        super("Invalid topology: " + message, throwable);
    }

    /** Creates the exception with a cause. */
    public TopologyException(Throwable throwable) {
        super(throwable);
    }
}
