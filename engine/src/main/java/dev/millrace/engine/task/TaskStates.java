package dev.millrace.engine.task;

import dev.millrace.state.RecordOrigin;
import dev.millrace.state.TaskState;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.topology.plan.Subtopology;

/** Makes the stores of a task. */
@FunctionalInterface
public interface TaskStates {

    /**
     * All stores of {@code subtopology} for the task {@code id}, closed.
     *
     * @param origin the record that the task works on, at any time
     */
    TaskState create(TaskId id, Subtopology subtopology, RecordOrigin origin);
}
