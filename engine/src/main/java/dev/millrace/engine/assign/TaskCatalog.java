package dev.millrace.engine.assign;

import dev.millrace.streams.processor.TaskId;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Subtopology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Which tasks a plan has: one for each subtopology and partition number, up to the widest topic that the subtopology reads.
 */
public final class TaskCatalog {
    private final Plan plan;

    public TaskCatalog(Plan plan) {
        this.plan = plan;
    }

    /** All tasks, given the partition counts of all topics that exist or will. */
    public List<PlaceableTask> tasks(Map<String, Integer> partitionCounts) {
        List<PlaceableTask> tasks = new ArrayList<>();
        for (Subtopology subtopology : plan.subtopologies()) {
            Set<TopicPartition> inputs = new HashSet<>();
            partitionCounts.forEach((topic, partitions) -> {
                for (int p = 0; p < partitions && reads(subtopology, topic); p++) {
                    inputs.add(new TopicPartition(topic, p));
                }
            });
            byTask(subtopology, inputs)
                    .forEach((id, own) -> tasks.add(
                            new PlaceableTask(id, own, !subtopology.stores().isEmpty())));
        }
        return tasks;
    }

    /** The tasks that read {@code partitions}, each with those of them that it reads. */
    public Map<TaskId, Set<TopicPartition>> tasksOf(Collection<TopicPartition> partitions) {
        Map<TaskId, Set<TopicPartition>> tasks = new TreeMap<>();
        for (Subtopology subtopology : plan.subtopologies()) {
            List<TopicPartition> own = partitions.stream()
                    .filter(partition -> reads(subtopology, partition.topic()))
                    .toList();
            tasks.putAll(byTask(subtopology, own));
        }
        return tasks;
    }

    private static Map<TaskId, Set<TopicPartition>> byTask(
            Subtopology subtopology, Collection<TopicPartition> partitions) {
        Map<TaskId, Set<TopicPartition>> tasks = new TreeMap<>();
        for (TopicPartition partition : partitions) {
            TaskId id = new TaskId(subtopology.id(), partition.partition());
            tasks.computeIfAbsent(id, key -> new HashSet<>()).add(partition);
        }
        return tasks;
    }

    /** A topic that another subtopology names belongs there, even if a pattern of this one matches it. */
    private boolean reads(Subtopology subtopology, String topic) {
        if (subtopology.sourceTopics().contains(topic)) {
            return true;
        }
        boolean named = plan.subtopologies().stream()
                .anyMatch(other -> other.sourceTopics().contains(topic));
        return !named
                && subtopology.sources().stream()
                        .anyMatch(source -> source.pattern() != null
                                && source.pattern().matcher(topic).matches());
    }
}
