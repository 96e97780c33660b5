package dev.millrace.streams.errors;

public class TopologyException extends StreamsException {

    public TopologyException(String message) {
        super("Invalid topology: " + message);
    }

    public TopologyException(String message, Throwable throwable) {
        super("Invalid topology: " + message, throwable);
    }

    public TopologyException(Throwable throwable) {
        super(throwable);
    }
}
