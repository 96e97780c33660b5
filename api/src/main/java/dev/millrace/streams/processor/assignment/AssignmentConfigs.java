package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.StreamsConfig;
import java.util.List;
import java.util.OptionalInt;

public class AssignmentConfigs {

    public AssignmentConfigs(
            long acceptableRecoveryLag,
            int maxWarmupReplicas,
            int numStandbyReplicas,
            long probingRebalanceIntervalMs,
            List<String> rackAwareAssignmentTags,
            OptionalInt rackAwareTrafficCost,
            OptionalInt rackAwareNonOverlapCost,
            String rackAwareAssignmentStrategy) {
        throw new UnsupportedOperationException("AssignmentConfigs");
    }

    public AssignmentConfigs(
            long acceptableRecoveryLag,
            int maxWarmupReplicas,
            int numStandbyReplicas,
            long probingRebalanceIntervalMs,
            List<String> rackAwareAssignmentTags,
            int rackAwareTrafficCost,
            int rackAwareNonOverlapCost,
            String rackAwareAssignmentStrategy) {
        throw new UnsupportedOperationException("AssignmentConfigs");
    }

    public AssignmentConfigs(
            Long acceptableRecoveryLag,
            Integer maxWarmupReplicas,
            Integer numStandbyReplicas,
            Long probingRebalanceIntervalMs,
            List<String> rackAwareAssignmentTags) {
        throw new UnsupportedOperationException("AssignmentConfigs");
    }

    public static AssignmentConfigs of(StreamsConfig configs) {
        throw new UnsupportedOperationException("AssignmentConfigs.of");
    }

    public long acceptableRecoveryLag() {
        throw new UnsupportedOperationException("AssignmentConfigs.acceptableRecoveryLag");
    }

    public int maxWarmupReplicas() {
        throw new UnsupportedOperationException("AssignmentConfigs.maxWarmupReplicas");
    }

    public int numStandbyReplicas() {
        throw new UnsupportedOperationException("AssignmentConfigs.numStandbyReplicas");
    }

    public long probingRebalanceIntervalMs() {
        throw new UnsupportedOperationException("AssignmentConfigs.probingRebalanceIntervalMs");
    }

    public List<String> rackAwareAssignmentTags() {
        throw new UnsupportedOperationException("AssignmentConfigs.rackAwareAssignmentTags");
    }

    public OptionalInt rackAwareTrafficCost() {
        throw new UnsupportedOperationException("AssignmentConfigs.rackAwareTrafficCost");
    }

    public OptionalInt rackAwareNonOverlapCost() {
        throw new UnsupportedOperationException("AssignmentConfigs.rackAwareNonOverlapCost");
    }

    public String rackAwareAssignmentStrategy() {
        throw new UnsupportedOperationException("AssignmentConfigs.rackAwareAssignmentStrategy");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("AssignmentConfigs.toString");
    }
}
