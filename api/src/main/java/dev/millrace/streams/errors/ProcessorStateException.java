package dev.millrace.streams.errors;

/** Says that a state store failed to read, write or restore. */
public class ProcessorStateException extends StreamsException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public ProcessorStateException(String message) {
        super(message);
    }

    /** Creates the exception with a message and a cause. */
    public ProcessorStateException(String message, Throwable throwable) {
        super(message, throwable);
    }

    /** Creates the exception with a cause. */
    public ProcessorStateException(Throwable throwable) {
        super(throwable);
    }
}
