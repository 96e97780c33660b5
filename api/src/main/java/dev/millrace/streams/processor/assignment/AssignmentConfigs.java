package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.StreamsConfig;
import java.util.List;
import java.util.OptionalInt;
import org.apache.kafka.common.config.ConfigDef;

/** The settings that matter for assigning tasks (KIP-924). Immutable. */
public class AssignmentConfigs {
    private final long acceptableRecoveryLag;
    private final int maxWarmupReplicas;
    private final int numStandbyReplicas;
    private final long probingRebalanceIntervalMs;
    private final List<String> rackAwareAssignmentTags;
    private final OptionalInt rackAwareTrafficCost;
    private final OptionalInt rackAwareNonOverlapCost;
    private final String rackAwareAssignmentStrategy;

    /**
     * Creates the settings.
     *
     * @param acceptableRecoveryLag how far behind a copy may be to become active at once
     * @param maxWarmupReplicas how many copies may be made at a time to move tasks
     * @param numStandbyReplicas how many standbys a task has
     * @param probingRebalanceIntervalMs how long to wait before asking whether copies have caught up
     * @param rackAwareAssignmentTags the tags by which standbys are spread
     * @param rackAwareTrafficCost the price of reading from another rack, empty for the assignor's own
     * @param rackAwareNonOverlapCost the price of moving a task, empty for the assignor's own
     * @param rackAwareAssignmentStrategy how tasks are placed near the replicas they read
     * @throws org.apache.kafka.common.config.ConfigException if a value is not valid
     */
    public AssignmentConfigs(
            long acceptableRecoveryLag,
            int maxWarmupReplicas,
            int numStandbyReplicas,
            long probingRebalanceIntervalMs,
            List<String> rackAwareAssignmentTags,
            OptionalInt rackAwareTrafficCost,
            OptionalInt rackAwareNonOverlapCost,
            String rackAwareAssignmentStrategy) {
        this.acceptableRecoveryLag = valid(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, acceptableRecoveryLag);
        this.maxWarmupReplicas = valid(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG, maxWarmupReplicas);
        this.numStandbyReplicas = valid(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, numStandbyReplicas);
        this.probingRebalanceIntervalMs =
                valid(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, probingRebalanceIntervalMs);
        this.rackAwareAssignmentTags = valid(StreamsConfig.RACK_AWARE_ASSIGNMENT_TAGS_CONFIG, rackAwareAssignmentTags);
        this.rackAwareTrafficCost = rackAwareTrafficCost;
        this.rackAwareNonOverlapCost = rackAwareNonOverlapCost;
        this.rackAwareAssignmentStrategy =
                valid(StreamsConfig.RACK_AWARE_ASSIGNMENT_STRATEGY_CONFIG, rackAwareAssignmentStrategy);
    }

    /** As the constructor with optional costs. */
    public AssignmentConfigs(
            long acceptableRecoveryLag,
            int maxWarmupReplicas,
            int numStandbyReplicas,
            long probingRebalanceIntervalMs,
            List<String> rackAwareAssignmentTags,
            int rackAwareTrafficCost,
            int rackAwareNonOverlapCost,
            String rackAwareAssignmentStrategy) {
        this(
                acceptableRecoveryLag,
                maxWarmupReplicas,
                numStandbyReplicas,
                probingRebalanceIntervalMs,
                rackAwareAssignmentTags,
                OptionalInt.of(rackAwareTrafficCost),
                OptionalInt.of(rackAwareNonOverlapCost),
                rackAwareAssignmentStrategy);
    }

    /** As the constructor with optional costs, without regard to racks. */
    public AssignmentConfigs(
            Long acceptableRecoveryLag,
            Integer maxWarmupReplicas,
            Integer numStandbyReplicas,
            Long probingRebalanceIntervalMs,
            List<String> rackAwareAssignmentTags) {
        this(
                acceptableRecoveryLag,
                maxWarmupReplicas,
                numStandbyReplicas,
                probingRebalanceIntervalMs,
                rackAwareAssignmentTags,
                OptionalInt.empty(),
                OptionalInt.empty(),
                StreamsConfig.RACK_AWARE_ASSIGNMENT_STRATEGY_NONE);
    }

    /** The settings of an application. */
    public static AssignmentConfigs of(StreamsConfig configs) {
        return new AssignmentConfigs(
                configs.getLong(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG),
                configs.getInt(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG),
                configs.getInt(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG),
                configs.getLong(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG),
                configs.getList(StreamsConfig.RACK_AWARE_ASSIGNMENT_TAGS_CONFIG),
                optional(configs.getInt(StreamsConfig.RACK_AWARE_ASSIGNMENT_TRAFFIC_COST_CONFIG)),
                optional(configs.getInt(StreamsConfig.RACK_AWARE_ASSIGNMENT_NON_OVERLAP_COST_CONFIG)),
                configs.getString(StreamsConfig.RACK_AWARE_ASSIGNMENT_STRATEGY_CONFIG));
    }

    private static OptionalInt optional(Integer cost) {
        return cost == null ? OptionalInt.empty() : OptionalInt.of(cost);
    }

    /** Holds a value against the rules of the setting it stands for. */
    private static <T> T valid(String setting, T value) {
        ConfigDef.Validator rules = StreamsConfig.configDef().configKeys().get(setting).validator;
        if (rules != null) {
            rules.ensureValid(setting, value);
        }
        return value;
    }

    /** How far behind a copy may be to become active at once. */
    public long acceptableRecoveryLag() {
        return acceptableRecoveryLag;
    }

    /** How many copies may be made at a time to move tasks. */
    public int maxWarmupReplicas() {
        return maxWarmupReplicas;
    }

    /** How many standbys a task has. */
    public int numStandbyReplicas() {
        return numStandbyReplicas;
    }

    /** How long to wait before asking whether copies have caught up. */
    public long probingRebalanceIntervalMs() {
        return probingRebalanceIntervalMs;
    }

    /** The tags by which standbys are spread. */
    public List<String> rackAwareAssignmentTags() {
        return rackAwareAssignmentTags;
    }

    /** The price of reading from another rack, empty for the assignor's own. */
    public OptionalInt rackAwareTrafficCost() {
        return rackAwareTrafficCost;
    }

    /** The price of moving a task, empty for the assignor's own. */
    public OptionalInt rackAwareNonOverlapCost() {
        return rackAwareNonOverlapCost;
    }

    /** How tasks are placed near the replicas they read. */
    public String rackAwareAssignmentStrategy() {
        return rackAwareAssignmentStrategy;
    }

    @Override
    public String toString() {
        return "AssignmentConfigs{acceptableRecoveryLag=" + acceptableRecoveryLag + ", maxWarmupReplicas="
                + maxWarmupReplicas + ", numStandbyReplicas=" + numStandbyReplicas + ", probingRebalanceIntervalMs="
                + probingRebalanceIntervalMs + ", rackAwareAssignmentTags=" + rackAwareAssignmentTags
                + ", rackAwareTrafficCost=" + rackAwareTrafficCost + ", rackAwareNonOverlapCost="
                + rackAwareNonOverlapCost + ", rackAwareAssignmentStrategy=" + rackAwareAssignmentStrategy + "}";
    }
}
