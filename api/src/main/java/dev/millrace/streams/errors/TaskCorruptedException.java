package dev.millrace.streams.errors;

import dev.millrace.streams.processor.TaskId;
import java.util.Set;
import org.apache.kafka.clients.consumer.InvalidOffsetException;

/** Says that the local state of some tasks cannot be trusted and must be restored from its changelog. */
public class TaskCorruptedException extends StreamsException {

    private static final long serialVersionUID = 1L;

    private final Set<TaskId> corruptedTasks;

    /** Creates the exception for these tasks. */
    public TaskCorruptedException(Set<TaskId> corruptedTasks) {
        super(message(corruptedTasks));
        this.corruptedTasks = corruptedTasks;
    }

    /** Creates the exception for tasks whose changelog offset no longer exists. */
    public TaskCorruptedException(Set<TaskId> corruptedTasks, InvalidOffsetException e) {
        super(message(corruptedTasks), e);
        this.corruptedTasks = corruptedTasks;
    }

    /** Creates the exception for tasks whose store failed. */
    public TaskCorruptedException(Set<TaskId> corruptedTasks, ProcessorStateException e) {
        super(message(corruptedTasks), e);
        this.corruptedTasks = corruptedTasks;
    }

    private static String message(Set<TaskId> tasks) {
        return "Tasks " + tasks + " are corrupted: their local state is discarded and restored from the changelogs";
    }

    /** The tasks to restore. */
    public Set<TaskId> corruptedTasks() {
        return corruptedTasks;
    }
}
