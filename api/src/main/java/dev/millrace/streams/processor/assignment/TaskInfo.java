package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.processor.TaskId;
import java.util.Set;

/** What an assignor knows of a task (KIP-924). */
public interface TaskInfo {

    /** The task. */
    TaskId id();

    /** Whether it has state. */
    boolean isStateful();

    /** The names of its stores. */
    Set<String> stateStoreNames();

    /** The partitions it reads, and those of its changelogs. */
    Set<TaskTopicPartition> topicPartitions();
}
