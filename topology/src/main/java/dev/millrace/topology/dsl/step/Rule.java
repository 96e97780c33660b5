package dev.millrace.topology.dsl.step;

import dev.millrace.streams.Explanation;
import dev.millrace.streams.StreamsConfig;
import java.util.List;

/** A rule that optimizes programs, switched on or off by {@code topology.optimization}. */
enum Rule {
    /** See {@link SourceTopicStep}. */
    REUSE_SOURCE_TOPICS(StreamsConfig.REUSE_KTABLE_SOURCE_TOPICS),
    /** See {@link RepartitionMerge}. */
    MERGE_REPARTITION_TOPICS(StreamsConfig.MERGE_REPARTITION_TOPICS),
    /** See {@link StreamJoinStep}. */
    SINGLE_STORE_SELF_JOIN(StreamsConfig.SINGLE_STORE_SELF_JOIN);

    private final String configured;

    Rule(String configured) {
        this.configured = configured;
    }

    /** Its name in the configuration. */
    String configured() {
        return configured;
    }

    /** Says what the rule did. */
    Explanation did(List<String> about, String what, String why) {
        return new Explanation(configured, true, about, what, why);
    }

    /** Says what the rule left as it was. */
    Explanation left(List<String> about, String what, String why) {
        return new Explanation(configured, false, about, what, why);
    }

    /** Says what the rule would have changed if it were switched on. */
    Explanation off(List<String> about, String what) {
        return left(about, what, StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG + " does not ask for the rule");
    }
}
