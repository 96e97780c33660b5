package dev.millrace.topology.plan;

import dev.millrace.streams.errors.MissingSourceTopicException;
import dev.millrace.streams.errors.TopologyException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many partitions each internal topic must have, computed from those of the source topics.
 *
 * <p>A repartition topic has the number that the user asked for; else that of the topics it is co-partitioned with, if they
 * are given; else as many as the widest topic of a subtopology that writes it, which may itself be a repartition topic. A
 * changelog has one partition for each task of the subtopology that owns the store.
 */
public final class PartitionCounts {
    private final Plan plan;
    private final Map<String, Integer> knownCounts;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Set<String> underWay = new HashSet<>();

    private PartitionCounts(Plan plan, Map<String, Integer> knownCounts) {
        this.plan = plan;
        this.knownCounts = knownCounts;
    }

    /**
     * Computes the partition counts of all internal topics, by full name.
     *
     * @param knownCounts the partition counts of the topics that exist and that the application reads but does not own
     * @throws MissingSourceTopicException if a source topic is not in {@code knownCounts}
     * @throws TopologyException if topics that are joined have different numbers of partitions
     */
    public static Map<String, Integer> of(Plan plan, Map<String, Integer> knownCounts) {
        PartitionCounts counting = new PartitionCounts(plan, knownCounts);
        counting.count();
        return counting.counts;
    }

    private void count() {
        for (Subtopology subtopology : plan.subtopologies()) {
            subtopology.sourceTopics().forEach(this::count);
        }
        plan.copartitionGroups().forEach(this::checkCopartitioned);
        for (OwnedTopic topic : plan.internalTopics().values()) {
            if (topic.kind() == OwnedTopic.Kind.CHANGELOG) {
                counts.put(topic.name(), widest(owner(topic).sourceTopics()));
            }
        }
    }

    private Subtopology owner(OwnedTopic topic) {
        return plan.subtopologies().stream()
                .filter(subtopology -> subtopology.id() == topic.subtopology())
                .findFirst()
                .orElseThrow();
    }

    private int count(String topic) {
        OwnedTopic internal = plan.internalTopics().get(topic);
        if (internal == null) {
            return sourceCount(topic);
        }
        Integer known = counts.get(topic);
        if (known == null) {
            known = countNew(internal);
            counts.put(topic, known);
        }
        return known;
    }

    private int sourceCount(String topic) {
        Integer count = knownCounts.get(topic);
        if (count == null) {
            throw new MissingSourceTopicException(
                    "Source topic " + topic + " does not exist; create it before starting the application");
        }
        return count;
    }

    private int countNew(OwnedTopic topic) {
        Integer given = given(topic);
        if (given != null) {
            return given;
        }
        if (!underWay.add(topic.name())) {
            throw new TopologyException("The number of partitions of repartition topic " + topic.name()
                    + " depends on itself; set it with Repartitioned.withNumberOfPartitions");
        }
        Integer fixed = fixedByCopartitioning(topic.name());
        int count = fixed != null ? fixed : countOfFreeGroup(topic.name());
        underWay.remove(topic.name());
        return count;
    }

    /** The count of a topic that must be co-partitioned with this one and whose number is not ours to choose, or null. */
    private @Nullable Integer fixedByCopartitioning(String topic) {
        return companions(topic)
                .filter(this::isFixed)
                .findFirst()
                .map(this::count)
                .orElse(null);
    }

    private boolean isFixed(String topic) {
        OwnedTopic internal = plan.internalTopics().get(topic);
        return internal == null || given(internal) != null;
    }

    private @Nullable Integer given(OwnedTopic topic) {
        return topic.partitions() != null ? topic.partitions() : knownCounts.get(topic.name());
    }

    /** Topics whose numbers are all ours to choose get that of the widest of their writers' sources. */
    private int countOfFreeGroup(String topic) {
        Set<String> group = new HashSet<>();
        group.add(topic);
        companions(topic).forEach(group::add);
        return plan.subtopologies().stream()
                .filter(subtopology -> subtopology.sinkTopics().stream().anyMatch(group::contains))
                .mapToInt(subtopology -> widest(subtopology.sourceTopics()))
                .max()
                .orElseThrow(() -> new TopologyException("Nothing writes the repartition topic " + topic));
    }

    private Stream<String> companions(String topic) {
        return plan.copartitionGroups().stream()
                .filter(group -> group.contains(topic))
                .flatMap(Collection::stream)
                .filter(other -> !other.equals(topic));
    }

    private int widest(Set<String> topics) {
        return topics.stream().mapToInt(this::count).max().orElse(1);
    }

    private void checkCopartitioned(Set<String> group) {
        Map<String, Integer> byTopic = new HashMap<>();
        group.forEach(topic -> byTopic.put(topic, count(topic)));
        if (Set.copyOf(byTopic.values()).size() > 1) {
            List<String> sorted = byTopic.entrySet().stream()
                    .map(entry -> entry.getKey() + " has " + entry.getValue())
                    .sorted()
                    .toList();
            throw new TopologyException("Topics that are joined must have the same number of partitions, but "
                    + String.join(", ", sorted) + "; repartition one of the streams before the join");
        }
    }
}
