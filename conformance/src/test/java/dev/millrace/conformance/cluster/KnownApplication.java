package dev.millrace.conformance.cluster;

import dev.millrace.conformance.script.Cluster;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.assignment.ApplicationState;
import dev.millrace.streams.processor.assignment.AssignmentConfigs;
import dev.millrace.streams.processor.assignment.KafkaStreamsState;
import dev.millrace.streams.processor.assignment.ProcessId;
import dev.millrace.streams.processor.assignment.TaskInfo;
import dev.millrace.streams.processor.assignment.TaskTopicPartition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** A cluster, as assignors see it. */
record KnownApplication(Cluster cluster) implements ApplicationState {

    /** The id of the process with this number. */
    static ProcessId id(int number) {
        return new ProcessId(new UUID(0, number));
    }

    @Override
    public Map<ProcessId, KafkaStreamsState> kafkaStreamsStates(boolean computeTaskLags) {
        Map<ProcessId, KafkaStreamsState> states = new LinkedHashMap<>();
        for (int n = 0; n < cluster.processes().size(); n++) {
            states.put(id(n), new KnownProcess(id(n), cluster.processes().get(n)));
        }
        return states;
    }

    @Override
    public AssignmentConfigs assignmentConfigs() {
        return new AssignmentConfigs(
                10_000,
                2,
                cluster.standbys(),
                60_000,
                cluster.tags(),
                OptionalInt.of(cluster.trafficCost()),
                OptionalInt.of(cluster.nonOverlapCost()),
                cluster.strategy());
    }

    @Override
    public Map<TaskId, TaskInfo> allTasks() {
        Map<TaskId, TaskInfo> tasks = new LinkedHashMap<>();
        cluster.tasks().forEach(task -> tasks.put(TaskId.parse(task.name()), info(task)));
        return tasks;
    }

    private static TaskInfo info(Cluster.Task task) {
        TaskId id = TaskId.parse(task.name());
        Set<TaskTopicPartition> partitions = new LinkedHashSet<>();
        partitions.add(new Partition(
                new TopicPartition("source-" + id.subtopology(), id.partition()), true, false, task.sourceRacks()));
        if (task.isStateful()) {
            partitions.add(new Partition(
                    new TopicPartition("changelog-" + id.subtopology(), id.partition()),
                    false,
                    true,
                    task.changelogRacks()));
        }
        return new Info(id, task.isStateful(), task.isStateful() ? Set.of("store") : Set.of(), partitions);
    }

    private record Info(
            TaskId id, boolean isStateful, Set<String> stateStoreNames, Set<TaskTopicPartition> topicPartitions)
            implements TaskInfo {}

    private record Partition(TopicPartition topicPartition, boolean isSource, boolean isChangelog, Set<String> racks)
            implements TaskTopicPartition {
        @Override
        public Optional<Set<String>> rackIds() {
            return Optional.of(racks);
        }
    }
}
