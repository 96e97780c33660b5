package dev.millrace.streams.errors;

/** Says that a task has moved to another thread or instance: whatever this one did for it since the last commit does not count. */
public class TaskMigratedException extends StreamsException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public TaskMigratedException(String message) {
        super(message + "; the tasks of this thread belong to others now");
    }

    /** Creates the exception with a message and a cause. */
    public TaskMigratedException(String message, Throwable throwable) {
        super(message + "; the tasks of this thread belong to others now", throwable);
    }
}
