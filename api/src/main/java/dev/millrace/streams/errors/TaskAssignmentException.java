package dev.millrace.streams.errors;

public class TaskAssignmentException extends StreamsException {

    public TaskAssignmentException(String message) {
        super(message);
    }

    public TaskAssignmentException(String message, Throwable throwable) {
        super(message, throwable);
    }

    public TaskAssignmentException(Throwable throwable) {
        super(throwable);
    }
}
