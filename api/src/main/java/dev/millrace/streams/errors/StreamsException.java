package dev.millrace.streams.errors;

import dev.millrace.streams.processor.TaskId;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** The root of everything that can go wrong inside a streams application, with the task it happened in, if known. */
public class StreamsException extends KafkaException {

    private static final long serialVersionUID = 1L;

    private TaskId taskId;

    /** Creates the exception with a message. */
    public StreamsException(String message) {
        this(message, (TaskId) null);
    }

    /** Creates the exception with a message and the task it happened in. */
    public StreamsException(String message, TaskId taskId) {
        super(message);
        this.taskId = taskId;
    }

    /** Creates the exception with a message and a cause. */
    public StreamsException(String message, Throwable throwable) {
        this(message, throwable, null);
    }

    /** Creates the exception with a message, a cause and the task it happened in. */
    public StreamsException(String message, Throwable throwable, TaskId taskId) {
        super(message, throwable);
        this.taskId = taskId;
    }

    /** Creates the exception with a cause. */
    public StreamsException(Throwable throwable) {
        this(throwable, null);
    }

    /** Creates the exception with a cause and the task it happened in. */
    public StreamsException(Throwable throwable, TaskId taskId) {
        super(throwable);
        this.taskId = taskId;
    }

    /** The task the error happened in, empty if it is not the fault of one task. */
    public Optional<TaskId> taskId() {
        return Optional.ofNullable(taskId);
    }

    /** Names the task the error happened in. */
    public void setTaskId(TaskId taskId) {
        this.taskId = taskId;
    }
}
