package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.processor.TaskId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The tasks of one process, and when to rebalance again (KIP-924).
 *
 * <p>Tasks can be added and removed. Not thread-safe.
 */
public class KafkaStreamsAssignment {
    private final ProcessId processId;
    private final Map<TaskId, AssignedTask> tasks;
    private final Optional<Instant> followupRebalanceDeadline;

    private KafkaStreamsAssignment(
            ProcessId processId, Map<TaskId, AssignedTask> tasks, Optional<Instant> followupRebalanceDeadline) {
        this.processId = processId;
        this.tasks = tasks;
        this.followupRebalanceDeadline = followupRebalanceDeadline;
    }

    /**
     * These tasks, and no rebalance to follow.
     *
     * @throws IllegalStateException if a task is there both as active and as standby
     */
    public static KafkaStreamsAssignment of(ProcessId processId, Set<AssignedTask> assignment) {
        Map<TaskId, AssignedTask> tasks = new LinkedHashMap<>();
        for (AssignedTask task : assignment) {
            AssignedTask other = tasks.put(task.id(), task);
            if (other != null) {
                throw new IllegalStateException("Task " + task.id() + " is assigned to process " + processId
                        + " twice, as " + other + " and as " + task);
            }
        }
        return new KafkaStreamsAssignment(processId, tasks, Optional.empty());
    }

    /** The same tasks, and a rebalance at this time. */
    public KafkaStreamsAssignment withFollowupRebalance(Instant rebalanceDeadline) {
        return new KafkaStreamsAssignment(processId, new LinkedHashMap<>(tasks), Optional.of(rebalanceDeadline));
    }

    /** The process. */
    public ProcessId processId() {
        return processId;
    }

    /** The tasks, read-only. */
    public Map<TaskId, AssignedTask> tasks() {
        return Collections.unmodifiableMap(tasks);
    }

    /** Adds a task, or changes its kind. */
    public void assignTask(AssignedTask newTask) {
        tasks.put(newTask.id(), newTask);
    }

    /** Removes a task, if it is there. */
    public void removeTask(AssignedTask removedTask) {
        tasks.remove(removedTask.id());
    }

    /** When to rebalance again, empty for never. */
    public Optional<Instant> followupRebalanceDeadline() {
        return followupRebalanceDeadline;
    }

    @Override
    public String toString() {
        return "KafkaStreamsAssignment{" + processId + ", " + tasks.values() + ", " + followupRebalanceDeadline + "}";
    }

    /** A task and whether it is active or a standby. Immutable. */
    public static class AssignedTask {
        private final TaskId id;
        private final Type taskType;

        /** Creates the pair. */
        public AssignedTask(TaskId id, Type taskType) {
            this.id = id;
            this.taskType = taskType;
        }

        /** The task. */
        public TaskId id() {
            return id;
        }

        /** Its kind. */
        public Type type() {
            return taskType;
        }

        @Override
        public int hashCode() {
            return Objects.hash(id, taskType);
        }

        @Override
        public boolean equals(Object obj) {
            return this == obj
                    || (obj instanceof AssignedTask other
                            && Objects.equals(id, other.id)
                            && taskType == other.taskType);
        }

        @Override
        public String toString() {
            return "AssignedTask{" + taskType + ", " + id + "}";
        }

        /** The kinds of assigned tasks. */
        public enum Type {
            /** Processes records. */
            ACTIVE,
            /** Keeps a copy of the state. */
            STANDBY
        }
    }
}
