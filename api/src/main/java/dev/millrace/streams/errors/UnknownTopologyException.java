package dev.millrace.streams.errors;

/** Says that a named topology does not exist in this application. */
public class UnknownTopologyException extends StreamsException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception for this topology. */
    public UnknownTopologyException(String message, String namedTopology) {
        super(message + ": there is no topology named " + namedTopology);
    }

    /** Creates the exception for this topology with a cause. */
    public UnknownTopologyException(String message, Throwable throwable, String namedTopology) {
        super(message + ": there is no topology named " + namedTopology, throwable);
    }
}
