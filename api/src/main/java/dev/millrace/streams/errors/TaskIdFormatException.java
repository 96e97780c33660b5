package dev.millrace.streams.errors;

public class TaskIdFormatException extends StreamsException {

    public TaskIdFormatException(String message) {
        super("Task id cannot be parsed correctly from " + message);
    }

    public TaskIdFormatException(String message, Throwable throwable) {
        super("Task id cannot be parsed correctly from " + message, throwable);
    }

    public TaskIdFormatException(Throwable throwable) {
        super(throwable);
    }
}
