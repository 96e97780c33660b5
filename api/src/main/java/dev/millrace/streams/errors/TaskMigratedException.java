package dev.millrace.streams.errors;

public class TaskMigratedException extends StreamsException {

    public TaskMigratedException(String message) {
        super(message + "; it means all tasks belonging to this thread should be migrated.");
    }

    public TaskMigratedException(String message, Throwable throwable) {
        super(message + "; it means all tasks belonging to this thread should be migrated.", throwable);
    }
}
