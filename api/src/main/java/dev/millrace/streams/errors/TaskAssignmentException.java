package dev.millrace.streams.errors;

/** Says that tasks could not be assigned. */
public class TaskAssignmentException extends StreamsException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public TaskAssignmentException(String message) {
        super(message);
    }

    /** Creates the exception with a message and a cause. */
    public TaskAssignmentException(String message, Throwable throwable) {
        super(message, throwable);
    }

    /** Creates the exception with a cause. */
    public TaskAssignmentException(Throwable throwable) {
        super(throwable);
    }
}
