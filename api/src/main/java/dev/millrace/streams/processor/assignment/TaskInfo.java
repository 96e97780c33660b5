package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.processor.TaskId;
import java.util.Set;

public interface TaskInfo {

    TaskId id();

    boolean isStateful();

    Set<String> stateStoreNames();

    Set<TaskTopicPartition> topicPartitions();
}
