package dev.millrace.runtime.query;

import dev.millrace.engine.assign.ShareMessage;
import dev.millrace.engine.assign.ShareMessage.GroupProcess;
import dev.millrace.streams.KeyQueryMetadata;
import dev.millrace.streams.StreamsMetadata;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.state.HostInfo;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Subtopology;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who in the group has what, as the leader last told: for whoever routes queries to the instance that can answer them.
 *
 * <p>Instances without {@code application.server} cannot be reached and are not listed. Global stores are everywhere. Safe for
 * any thread; {@link #learn} is called by workers.
 */
public final class GroupMap {

    /** Which of so many partitions a key is in; -1 for none. */
    @FunctionalInterface
    public interface Partitioning {
        int partitionOf(String topic, int partitions);
    }

    private final Plan plan;
    private final String endpoint;
    private volatile List<GroupProcess> processes = List.of();

    /**
     * Knows nobody yet.
     *
     * @param endpoint this instance's {@code application.server}, empty if there is none
     */
    public GroupMap(Plan plan, String endpoint) {
        this.plan = plan;
        this.endpoint = endpoint;
    }

    /** The group was divided anew, or could not be. */
    public void learn(ShareMessage message) {
        if (message.problem() == ShareMessage.Problem.NONE) {
            processes = message.processes();
        }
    }

    /** All instances that can be reached. */
    public Collection<StreamsMetadata> all() {
        return reachable().<StreamsMetadata>map(this::hostOf).toList();
    }

    /** Those that have a store. */
    public Collection<StreamsMetadata> withStore(String store) {
        return all().stream()
                .filter(host -> host.stateStoreNames().contains(store))
                .toList();
    }

    /** Who has a key of a store; not available if nobody has, or the key is in no partition. */
    public KeyQueryMetadata withKey(String store, Partitioning partitioning) {
        if (plan.definition().globalStores().containsKey(store)) {
            return nearest()
                    .map(process -> new KeyQueryMetadata(endpointOf(process), Set.of(), -1))
                    .orElse(KeyQueryMetadata.NOT_AVAILABLE);
        }
        return subtopologyOf(store)
                .map(subtopology -> withKey(subtopology, partitioning))
                .orElse(KeyQueryMetadata.NOT_AVAILABLE);
    }

    /** This instance, if it can be reached, else any. */
    private Optional<GroupProcess> nearest() {
        return reachable()
                .filter(process -> process.endpoint().equals(endpoint))
                .findFirst()
                .or(() -> reachable().findFirst());
    }

    private KeyQueryMetadata withKey(Subtopology subtopology, Partitioning partitioning) {
        int partitions = partitions(subtopology);
        String topic = subtopology.sourceTopics().stream().sorted().findFirst().orElse("");
        int partition = partitions == 0 ? -1 : partitioning.partitionOf(topic, partitions);
        if (partition < 0) {
            return KeyQueryMetadata.NOT_AVAILABLE;
        }
        TaskId task = new TaskId(subtopology.id(), partition);
        return reachable()
                .filter(process -> process.tasks().contains(task))
                .findFirst()
                .map(process -> new KeyQueryMetadata(endpointOf(process), Set.of(), partition))
                .orElse(KeyQueryMetadata.NOT_AVAILABLE);
    }

    /** As many as the subtopology has tasks: one for each partition of its widest topic. */
    private int partitions(Subtopology subtopology) {
        return (int) processes.stream()
                .flatMap(process -> process.tasks().stream())
                .filter(task -> task.subtopology() == subtopology.id())
                .count();
    }

    private Optional<Subtopology> subtopologyOf(String store) {
        return plan.subtopologies().stream()
                .filter(subtopology -> storeNames(subtopology).anyMatch(store::equals))
                .findFirst();
    }

    private static Stream<String> storeNames(Subtopology subtopology) {
        return subtopology.stores().stream().map(store -> store.name());
    }

    private Stream<GroupProcess> reachable() {
        return processes.stream().filter(process -> !process.endpoint().isEmpty());
    }

    private StreamsMetadata hostOf(GroupProcess process) {
        Set<String> stores = new HashSet<>(plan.definition().globalStores().keySet());
        for (Subtopology subtopology : plan.subtopologies()) {
            if (process.tasks().stream().anyMatch(task -> task.subtopology() == subtopology.id())) {
                storeNames(subtopology).forEach(stores::add);
            }
        }
        return new Host(endpointOf(process), Set.copyOf(stores), process.inputs());
    }

    private static HostInfo endpointOf(GroupProcess process) {
        return HostInfo.buildFromEndpoint(process.endpoint());
    }
}
