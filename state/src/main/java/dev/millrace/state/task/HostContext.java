package dev.millrace.state.task;

import dev.millrace.state.RecordOrigin;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreQueries;
import dev.millrace.state.kind.TaskStore;
import dev.millrace.state.overlay.MemoryAccount;
import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.processor.CommitCallback;
import dev.millrace.streams.processor.StateRestoreCallback;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.api.RecordMetadata;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * The task as one of its stores sees it while it is opened.
 *
 * <p>A store of ours, also one that sits inside a custom store, recognises the {@link StoreHost} and asks for its database. A
 * custom store registers how it is restored, also one that a store of ours keeps its content in. All end up in the same {@link Member}.
 */
final class HostContext implements StateStoreContext, StoreHost {
    private final StateStoreContext task;
    private final Member member;
    private final TaskStores stores;
    private final boolean inside;

    /** @param inside whether this is for a store that another store keeps its content in */
    HostContext(StateStoreContext task, Member member, TaskStores stores, boolean inside) {
        this.task = task;
        this.member = member;
        this.stores = stores;
        this.inside = inside;
    }

    // ---- for stores of ours ----

    @Override
    public OrderedBytes database(String storeName, boolean persistent) {
        StateDatabase database = stores.database(persistent);
        return database.store(member.name());
    }

    @Override
    public String changelogTopic(String storeName) {
        return member.partitions().isEmpty()
                ? task.applicationId() + "-" + storeName + "-changelog"
                : member.partitions().get(0).topic();
    }

    @Override
    public RecordOrigin origin() {
        return stores.origin();
    }

    @Override
    public MemoryAccount memory() {
        return stores.memory();
    }

    @Override
    public Serde<?> defaultKeySerde() {
        return task.keySerde();
    }

    @Override
    public Serde<?> defaultValueSerde() {
        return task.valueSerde();
    }

    @Override
    public void opened(TaskStore store) {
        if (inside) {
            member.openedInside(store);
        } else {
            member.opened(store);
        }
    }

    @Override
    public StateStoreContext contextOfSupplied() {
        return new HostContext(task, member, stores, true);
    }

    @Override
    public StoreQueries queries() {
        return stores.queries(task.taskId());
    }

    @Override
    public boolean closing() {
        return stores.closing();
    }

    // ---- for custom stores ----

    @Override
    public void register(StateStore store, StateRestoreCallback stateRestoreCallback) {
        register(store, stateRestoreCallback, null);
    }

    @Override
    public void register(
            StateStore store, StateRestoreCallback stateRestoreCallback, @Nullable CommitCallback commitCallback) {
        member.registered(stateRestoreCallback, commitCallback, inside);
    }

    @Override
    public String applicationId() {
        return task.applicationId();
    }

    @Override
    public TaskId taskId() {
        return task.taskId();
    }

    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return task.recordMetadata();
    }

    @Override
    public Serde<?> keySerde() {
        return task.keySerde();
    }

    @Override
    public Serde<?> valueSerde() {
        return task.valueSerde();
    }

    @Override
    public File stateDir() {
        return task.stateDir();
    }

    @Override
    public StreamsMetrics metrics() {
        return task.metrics();
    }

    @Override
    public Map<String, Object> appConfigs() {
        return task.appConfigs();
    }

    @Override
    public Map<String, Object> appConfigsWithPrefix(String prefix) {
        return task.appConfigsWithPrefix(prefix);
    }
}
