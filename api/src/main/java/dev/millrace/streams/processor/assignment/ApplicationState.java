package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.processor.TaskId;
import java.util.Map;

public interface ApplicationState {

    Map<ProcessId, KafkaStreamsState> kafkaStreamsStates(boolean computeTaskLags);

    AssignmentConfigs assignmentConfigs();

    Map<TaskId, TaskInfo> allTasks();
}
