package dev.millrace.topology.plan;

import dev.millrace.streams.spi.ExpiringStoreBuilder;
import dev.millrace.streams.spi.HistoryStoreBuilder;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.RepartitionTopic;
import dev.millrace.topology.definition.StoreDefinition;
import dev.millrace.topology.definition.TopologyDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** The names and settings of the topics that an application owns; both are the reference's, so that it can take over. */
final class OwnedTopics {
    /** Repartition topics are purged by the application itself, in pieces of this size. */
    private static final String REPARTITION_SEGMENT_BYTES = "52428800";

    /** How much longer than its store a changelog keeps the history of a value. */
    private static final long HISTORY_ADDITIONAL_LAG_MS = 24 * 60 * 60 * 1000L;

    private final String prefix;
    private final TopologyDefinition definition;
    private final long additionalRetentionMs;

    OwnedTopics(String applicationId, TopologyDefinition definition, long additionalRetentionMs) {
        this.prefix = Plan.topicPrefix(applicationId, definition);
        this.definition = definition;
        this.additionalRetentionMs = additionalRetentionMs;
    }

    boolean isRepartition(String topic) {
        return definition.repartitionTopics().containsKey(topic);
    }

    /** The name of {@code topic} in Kafka. */
    String fullName(String topic) {
        return isRepartition(topic) ? prefix + topic : topic;
    }

    /** The repartition topics that {@code subtopology} reads and the changelogs of its stores. */
    List<OwnedTopic> of(Subtopology subtopology) {
        List<OwnedTopic> topics = new ArrayList<>();
        for (RepartitionTopic topic : definition.repartitionTopics().values()) {
            if (subtopology.repartitionSourceTopics().contains(fullName(topic.name()))) {
                topics.add(repartition(topic, subtopology.id()));
            }
        }
        for (StoreDefinition store : subtopology.stores()) {
            if (store.builder().loggingEnabled() && store.sourceTopic() == null) {
                topics.add(changelog(store, subtopology.id()));
            }
        }
        return topics;
    }

    private OwnedTopic repartition(RepartitionTopic topic, int subtopology) {
        Map<String, String> defaults = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.SEGMENT_BYTES_CONFIG,
                REPARTITION_SEGMENT_BYTES,
                TopicConfig.RETENTION_MS_CONFIG,
                "-1",
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "CreateTime");
        return new OwnedTopic(
                fullName(topic.name()),
                OwnedTopic.Kind.REPARTITION,
                subtopology,
                topic.partitions(),
                defaults,
                Map.of());
    }

    private OwnedTopic changelog(StoreDefinition store, int subtopology) {
        String name = prefix + store.name() + "-changelog";
        Map<String, String> defaults = Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "CreateTime",
                TopicConfig.CLEANUP_POLICY_CONFIG,
                cleanupPolicy(store.builder()));
        return new OwnedTopic(
                name, OwnedTopic.Kind.CHANGELOG, subtopology, null, defaults, changelogSettings(store.builder()));
    }

    private static String cleanupPolicy(StoreBuilder<?> builder) {
        return builder instanceof ExpiringStoreBuilder<?>
                ? TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE
                : TopicConfig.CLEANUP_POLICY_COMPACT;
    }

    private Map<String, String> changelogSettings(StoreBuilder<?> builder) {
        Map<String, String> settings = new HashMap<>();
        if (builder instanceof ExpiringStoreBuilder<?> expiring) {
            long retentionMs = sum(expiring.retentionMs(), additionalRetentionMs);
            settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retentionMs));
        }
        if (builder instanceof HistoryStoreBuilder<?> history) {
            long lagMs = sum(history.historyRetentionMs(), HISTORY_ADDITIONAL_LAG_MS);
            settings.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(lagMs));
        }
        settings.putAll(builder.logConfig());
        return settings;
    }

    /** Retention may be as good as for ever; a sum that overflowed would mean none at all. */
    private static long sum(long retentionMs, long additionalMs) {
        return retentionMs > Long.MAX_VALUE - additionalMs ? Long.MAX_VALUE : retentionMs + additionalMs;
    }
}
