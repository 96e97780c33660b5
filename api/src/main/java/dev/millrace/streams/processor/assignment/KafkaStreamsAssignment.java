package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.processor.TaskId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public class KafkaStreamsAssignment {

    private KafkaStreamsAssignment() {}

    public static KafkaStreamsAssignment of(ProcessId processId, Set<AssignedTask> assignment) {
        throw new UnsupportedOperationException("KafkaStreamsAssignment.of");
    }

    public KafkaStreamsAssignment withFollowupRebalance(Instant rebalanceDeadline) {
        throw new UnsupportedOperationException("KafkaStreamsAssignment.withFollowupRebalance");
    }

    public ProcessId processId() {
        throw new UnsupportedOperationException("KafkaStreamsAssignment.processId");
    }

    public Map<TaskId, AssignedTask> tasks() {
        throw new UnsupportedOperationException("KafkaStreamsAssignment.tasks");
    }

    public void assignTask(AssignedTask newTask) {
        throw new UnsupportedOperationException("KafkaStreamsAssignment.assignTask");
    }

    public void removeTask(AssignedTask removedTask) {
        throw new UnsupportedOperationException("KafkaStreamsAssignment.removeTask");
    }

    public Optional<Instant> followupRebalanceDeadline() {
        throw new UnsupportedOperationException("KafkaStreamsAssignment.followupRebalanceDeadline");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("KafkaStreamsAssignment.toString");
    }

    public static class AssignedTask {

        public AssignedTask(TaskId id, AssignedTask.Type taskType) {
            throw new UnsupportedOperationException("AssignedTask");
        }

        public TaskId id() {
            throw new UnsupportedOperationException("AssignedTask.id");
        }

        public AssignedTask.Type type() {
            throw new UnsupportedOperationException("AssignedTask.type");
        }

        @Override
        public int hashCode() {
            throw new UnsupportedOperationException("AssignedTask.hashCode");
        }

        @Override
        public boolean equals(Object obj) {
            throw new UnsupportedOperationException("AssignedTask.equals");
        }

        @Override
        public String toString() {
            throw new UnsupportedOperationException("AssignedTask.toString");
        }

        public enum Type {
            ACTIVE,
            STANDBY;
        }
    }
}
