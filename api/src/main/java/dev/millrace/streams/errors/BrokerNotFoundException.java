package dev.millrace.streams.errors;

/** Says that no broker could be reached. */
public class BrokerNotFoundException extends StreamsException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public BrokerNotFoundException(String message) {
        super(message);
    }

    /** Creates the exception with a message and a cause. */
    public BrokerNotFoundException(String message, Throwable throwable) {
        super(message, throwable);
    }

    /** Creates the exception with a cause. */
    public BrokerNotFoundException(Throwable throwable) {
        super(throwable);
    }
}
