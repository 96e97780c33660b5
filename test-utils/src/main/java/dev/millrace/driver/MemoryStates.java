package dev.millrace.driver;

import dev.millrace.engine.task.TaskStates;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.TaskState;
import dev.millrace.state.memory.MemoryDatabase;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.state.task.StorePlacement;
import dev.millrace.state.task.TaskStores;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.StoreDefinition;
import dev.millrace.topology.plan.Subtopology;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** The stores of a test: all in memory, the persistent ones too, since nothing has to survive the driver. */
final class MemoryStates implements TaskStates {
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final String topicPrefix;
    private final MemoryBudget budget;

    /** The {@code cacheBytes} are {@code statestore.cache.max.bytes}. */
    MemoryStates(String topicPrefix, long cacheBytes) {
        this.topicPrefix = topicPrefix;
        this.budget = new MemoryBudget(NO_LIMIT, cacheBytes);
    }

    @Override
    public TaskState create(TaskId id, Subtopology subtopology, RecordOrigin origin) {
        return stores(subtopology.stores().stream().map(this::placement).toList(), origin);
    }

    private StorePlacement placement(StoreDefinition store) {
        if (store.sourceTopic() != null) {
            return StorePlacement.filledFrom(store.builder(), List.of(new TopicPartition(store.sourceTopic(), 0)));
        }
        return store.builder().loggingEnabled()
                ? StorePlacement.logged(
                        store.builder(), new TopicPartition(topicPrefix + store.name() + "-changelog", 0))
                : StorePlacement.unlogged(store.builder());
    }

    @Override
    public TaskState createGlobal(
            List<GlobalStoreDefinition> stores, Collection<TopicPartition> inputs, RecordOrigin origin) {
        return stores(
                stores.stream()
                        .map(store -> StorePlacement.filledFrom(
                                store.builder(), List.of(new TopicPartition(store.topic(), 0))))
                        .toList(),
                origin);
    }

    private TaskState stores(List<StorePlacement> placements, RecordOrigin origin) {
        return new TaskStores(placements, new MemoryDatabase(), new MemoryDatabase(), origin, budget);
    }
}
