package dev.millrace.streams.errors;

/** Says that the state directory of a task is locked by another thread or process. */
public class LockException extends StreamsException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public LockException(String message) {
        super(message);
    }

    /** Creates the exception with a message and a cause. */
    public LockException(String message, Throwable throwable) {
        super(message, throwable);
    }

    /** Creates the exception with a cause. */
    public LockException(Throwable throwable) {
        super(throwable);
    }
}
