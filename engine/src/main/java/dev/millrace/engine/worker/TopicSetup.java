package dev.millrace.engine.worker;

import dev.millrace.engine.port.TopicAdmin;
import dev.millrace.engine.port.TopicAdmin.NewTopic;
import dev.millrace.streams.errors.MisconfiguredInternalTopicException;
import dev.millrace.topology.plan.OwnedTopic;
import dev.millrace.topology.plan.PartitionCounts;
import dev.millrace.topology.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes sure that the topics which the application owns exist as the plan needs them: creates what is missing, and refuses to
 * work on a topic with another number of partitions or a cleanup policy that would lose what must be kept.
 */
final class TopicSetup {
    private static final String CLEANUP_POLICY = "cleanup.policy";

    private final Plan plan;
    private final TopicAdmin admin;

    TopicSetup(Plan plan, TopicAdmin admin) {
        this.plan = plan;
        this.admin = admin;
    }

    /**
     * Creates and checks.
     *
     * @param sourceCounts the partition counts of the topics that exist and are read
     * @return the partition counts of those and of all internal topics
     */
    Map<String, Integer> ensure(Map<String, Integer> sourceCounts) {
        Map<String, Integer> external = new HashMap<>(sourceCounts);
        external.keySet().removeAll(plan.internalTopics().keySet());
        external.putAll(unknown(external.keySet()));
        Map<String, Integer> needed = PartitionCounts.of(plan, external);
        Map<String, Integer> existing = admin.partitionCounts(needed.keySet());
        createMissing(needed, existing.keySet());
        check(needed, existing);
        external.putAll(needed);
        return external;
    }

    /** Source topics that a member's metadata did not have: it may be older than they are. */
    private Map<String, Integer> unknown(Set<String> known) {
        Set<String> missing = new HashSet<>();
        plan.subtopologies().forEach(subtopology -> missing.addAll(subtopology.sourceTopics()));
        missing.removeAll(plan.internalTopics().keySet());
        missing.removeAll(known);
        return missing.isEmpty() ? Map.of() : admin.partitionCounts(missing);
    }

    private void createMissing(Map<String, Integer> needed, Set<String> existing) {
        List<NewTopic> missing = new ArrayList<>();
        needed.forEach((name, partitions) -> {
            if (!existing.contains(name)) {
                OwnedTopic topic = topic(name);
                missing.add(new NewTopic(name, partitions, topic.defaults(), topic.settings()));
            }
        });
        if (!missing.isEmpty()) {
            admin.create(missing);
        }
    }

    private void check(Map<String, Integer> needed, Map<String, Integer> existing) {
        if (existing.isEmpty()) {
            return;
        }
        Map<String, Map<String, String>> configs = admin.configs(existing.keySet());
        existing.forEach((name, partitions) -> {
            checkPartitions(name, partitions, Objects.requireNonNull(needed.get(name)));
            checkCleanup(topic(name), configs.getOrDefault(name, Map.of()).getOrDefault(CLEANUP_POLICY, ""));
        });
    }

    private static void checkPartitions(String name, int found, int needed) {
        if (found != needed) {
            throw new MisconfiguredInternalTopicException(
                    "Internal topic " + name + " has " + found + " partitions, but the topology needs "
                            + needed
                            + ". Stop all instances and reset the application (delete its internal topics), or give the"
                            + " source topics the number of partitions they had before");
        }
    }

    /** What must not happen: compaction of a repartition topic, plain deletion of a changelog that holds whole tables. */
    private static void checkCleanup(OwnedTopic topic, String found) {
        boolean compacted = found.contains("compact");
        boolean deleted = found.contains("delete");
        boolean wrong = topic.kind() == OwnedTopic.Kind.REPARTITION
                ? compacted
                : deleted && !topic.config().getOrDefault(CLEANUP_POLICY, "").contains("delete");
        if (wrong) {
            throw new MisconfiguredInternalTopicException(
                    "Internal topic " + topic.name() + " has " + CLEANUP_POLICY + "=" + found
                            + ", which would lose records that the application needs. Set it to "
                            + topic.config().get(CLEANUP_POLICY));
        }
    }

    private OwnedTopic topic(String name) {
        return Objects.requireNonNull(plan.internalTopics().get(name));
    }
}
