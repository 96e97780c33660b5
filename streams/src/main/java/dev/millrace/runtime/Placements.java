package dev.millrace.runtime;

import dev.millrace.state.task.StorePlacement;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.StoreDefinition;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Subtopology;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** Which stores the tasks of a plan have, which of them survive the process, and from where each is restored. Immutable. */
final class Placements {
    private static final String CHANGELOG_SUFFIX = "-changelog";

    private final Plan plan;
    private final Map<String, Boolean> persistence = new HashMap<>();

    Placements(Plan plan) {
        this.plan = plan;
        builders(plan)
                .forEach(builder ->
                        persistence.put(builder.name(), builder.build().persistent()));
    }

    private static Stream<StoreBuilder<?>> builders(Plan plan) {
        return Stream.concat(
                plan.definition().stores().values().stream().map(StoreDefinition::builder),
                plan.globalStores().stream().map(GlobalStoreDefinition::builder));
    }

    /** Whether any store survives the process. */
    boolean anyPersistent() {
        return persistence.containsValue(true);
    }

    /** The stores of a task. */
    List<StorePlacement> of(TaskId id, Subtopology subtopology) {
        return subtopology.stores().stream()
                .map(store -> placement(store, id.partition()))
                .toList();
    }

    private StorePlacement placement(StoreDefinition store, int partition) {
        if (store.sourceTopic() != null) {
            return StorePlacement.filledFrom(
                    store.builder(), List.of(new TopicPartition(store.sourceTopic(), partition)));
        }
        if (!store.builder().loggingEnabled()) {
            return StorePlacement.unlogged(store.builder());
        }
        String topic = plan.topicPrefix() + store.name() + CHANGELOG_SUFFIX;
        return StorePlacement.logged(store.builder(), new TopicPartition(topic, partition));
    }

    /** The global stores, given all partitions of their topics. */
    List<StorePlacement> ofGlobal(List<GlobalStoreDefinition> stores, Collection<TopicPartition> inputs) {
        return stores.stream()
                .map(store -> StorePlacement.filledFrom(
                        store.builder(),
                        inputs.stream()
                                .filter(input -> input.topic().equals(store.topic()))
                                .toList()))
                .toList();
    }

    /** Of these stores, those that survive the process. */
    List<StorePlacement> persistent(List<StorePlacement> stores) {
        return stores.stream()
                .filter(store -> persistence.getOrDefault(store.builder().name(), false))
                .toList();
    }

    /** The subtopology that a task is an instance of, as far as the plan still has it. */
    Stream<Subtopology> subtopologyOf(TaskId id) {
        return plan.subtopologies().stream().filter(subtopology -> subtopology.id() == id.subtopology());
    }
}
