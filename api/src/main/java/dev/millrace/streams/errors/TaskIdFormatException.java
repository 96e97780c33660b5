package dev.millrace.streams.errors;

/** Says that a text is not a task id. */
public class TaskIdFormatException extends StreamsException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception for this text. */
    public TaskIdFormatException(String message) {
        super("This is no task id, such as 0_1: " + message);
    }

    /** Creates the exception for this text, with a cause. */
    public TaskIdFormatException(String message, Throwable throwable) {
        super("This is no task id, such as 0_1: " + message, throwable);
    }

    /** Creates the exception with a cause. */
    public TaskIdFormatException(Throwable throwable) {
        super(throwable);
    }
}
