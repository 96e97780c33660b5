package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.processor.TaskId;
import java.util.Map;

/** What an assignor knows of the application: its processes, tasks and settings (KIP-924). */
public interface ApplicationState {

    /**
     * The processes.
     *
     * @param computeTaskLags whether to find out how far behind their copies are, which asks the brokers
     * @throws dev.millrace.streams.errors.TaskAssignmentException if that fails
     */
    Map<ProcessId, KafkaStreamsState> kafkaStreamsStates(boolean computeTaskLags);

    /** The settings. */
    AssignmentConfigs assignmentConfigs();

    /** The tasks. */
    Map<TaskId, TaskInfo> allTasks();
}
