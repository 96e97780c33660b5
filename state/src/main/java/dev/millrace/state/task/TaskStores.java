package dev.millrace.state.task;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.JoinSideState;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.RecordBufferState;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.SessionState;
import dev.millrace.state.SuppressState;
import dev.millrace.state.TaskState;
import dev.millrace.state.UnmatchedState;
import dev.millrace.state.WindowState;
import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.StorePosition;
import dev.millrace.state.kind.StoreQueries;
import dev.millrace.state.kind.TaskStore;
import dev.millrace.state.overlay.MemoryAccount;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.state.query.LockedQueries;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.processor.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The stores of one task, on overlays over its two databases: one that survives the process and one that does not.
 *
 * <p>Custom stores take part as far as they can; see {@link Member}.
 */
public final class TaskStores implements TaskState {
    private final List<StorePlacement> placements;
    private final CommitBatch persistent;
    private final CommitBatch inMemory;
    private final RecordOrigin origin;
    private final MemoryAccount memory;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<TopicPartition, Member> restoring = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closing;

    /** Whether the commit that is being prepared leaves to a later one what can be written later. */
    private boolean logsOnly;

    /** Offsets of changelogs that were committed, but are not in the databases. */
    private final Map<TopicPartition, Long> unwrittenOffsets = new HashMap<>();

    /**
     * Does not open anything yet. The databases are closed with this object.
     *
     * @param persistent where persistent stores live
     * @param inMemory where in-memory stores live
     * @param origin the task's current record
     * @param budget the memory of all overlays of the process
     */
    public TaskStores(
            List<StorePlacement> placements,
            StateDatabase persistent,
            StateDatabase inMemory,
            RecordOrigin origin,
            MemoryBudget budget) {
        this.placements = List.copyOf(placements);
        this.persistent = new CommitBatch(persistent);
        this.inMemory = new CommitBatch(inMemory);
        this.origin = origin;
        this.memory = budget.open();
    }

    @Override
    public void open(StateStoreContext context) {
        for (StorePlacement placement : placements) {
            Member member = new Member(placement);
            members.put(member.name(), member);
            member.partitions().forEach(partition -> restoring.put(partition, member));
            member.store().init(new HostContext(context, member, this, false), member.store());
            member.startFrom(batchOf(member).database());
            StorePosition position = member.position();
            if (position != null) {
                position.startFrom(batchOf(member).database().position(member.name()));
            }
        }
    }

    @Override
    public Lock lock() {
        return lock;
    }

    // ---- for the stores while they open ----

    StateDatabase database(boolean surviving) {
        return (surviving ? persistent : inMemory).database();
    }

    RecordOrigin origin() {
        return origin;
    }

    MemoryAccount memory() {
        return memory;
    }

    StoreQueries queries(TaskId id) {
        return new LockedQueries(lock, id.partition());
    }

    boolean closing() {
        return closing;
    }

    // ---- the stores ----

    @Override
    public @Nullable StateStore store(String name) {
        Member member = members.get(name);
        return member == null ? null : member.store();
    }

    @Override
    public KeyValueState keyValues(String name) {
        return ours(name, KeyValueState.class, "key-value store");
    }

    @Override
    public WindowState windows(String name) {
        return ours(name, WindowState.class, "window store");
    }

    @Override
    public SessionState sessions(String name) {
        return ours(name, SessionState.class, "session store");
    }

    @Override
    public SuppressState suppression(String name) {
        return ours(name, SuppressState.class, "suppression buffer");
    }

    @Override
    public RecordBufferState recordBuffer(String name) {
        return ours(name, RecordBufferState.class, "buffer of records");
    }

    @Override
    public JoinSideState joinSide(String name) {
        return ours(name, JoinSideState.class, "store of a side of a join");
    }

    @Override
    public UnmatchedState unmatched(String name) {
        return ours(name, UnmatchedState.class, "store of what waits for a match");
    }

    private <T> T ours(String name, Class<T> kind, String kindName) {
        Member member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException("The task has no store " + name + "; it has " + members.keySet());
        }
        if (!kind.isInstance(member.own())) {
            throw new IllegalArgumentException("Store " + name + " is not a built-in " + kindName + " but a "
                    + member.store().getClass().getName());
        }
        return kind.cast(member.own());
    }

    @Override
    public Set<String> storeNames() {
        return Set.copyOf(members.keySet());
    }

    // ---- restore ----

    @Override
    public Map<TopicPartition, @Nullable Long> restorePositions() {
        Map<TopicPartition, @Nullable Long> positions = new LinkedHashMap<>();
        for (Member member : members.values()) {
            StateDatabase database = batchOf(member).database();
            for (TopicPartition partition : member.partitions()) {
                positions.put(
                        partition,
                        member.managesOffsets() ? member.contained(partition) : database.changelogOffset(partition));
            }
        }
        return positions;
    }

    @Override
    public Map<String, TopicPartition> changelogs() {
        Map<String, TopicPartition> changelogs = new LinkedHashMap<>();
        for (Member member : members.values()) {
            if (!member.partitions().isEmpty()) {
                changelogs.put(member.name(), member.partitions().get(0));
            }
        }
        return changelogs;
    }

    @Override
    public void restore(
            TopicPartition changelog, byte[] key, byte @Nullable [] value, long timestampMs, Headers headers) {
        Member member = restoring(changelog);
        member.restore(batchOf(member).open(), key, value, timestampMs, headers);
    }

    @Override
    public void commitRestored(TopicPartition changelog, long nextOffset) {
        Member member = restoring(changelog);
        CommitBatch batch = batchOf(member);
        member.keepRestored(batch.open(), changelog, nextOffset);
        if (!member.managesOffsets()) {
            batch.open().changelogOffset(changelog, nextOffset);
        }
        batch.commit();
        member.restoredSome();
    }

    @Override
    public void restored(TopicPartition changelog) {
        restoring(changelog).restored();
    }

    private Member restoring(TopicPartition changelog) {
        return Objects.requireNonNull(
                restoring.get(changelog), () -> "No store of this task is restored from " + changelog);
    }

    private CommitBatch batchOf(Member member) {
        return member.persistent() ? persistent : inMemory;
    }

    // ---- commit ----

    /** Emitting from one store may write to another, so this goes on until a round finds nothing. */
    @Override
    public void emitCached() {
        boolean emitted;
        do {
            emitted = false;
            for (TaskStore store : ownStores(members.values())) {
                if (store.hasCached()) {
                    store.emitCached();
                    emitted = true;
                }
            }
        } while (emitted);
    }

    @Override
    public void prepareCommit(ChangelogSink sink, boolean write) {
        inMemory.discard();
        persistent.discard();
        logsOnly = !write && !memory.writeWanted();
        for (Member member : members.values()) {
            if (waits(member)) {
                member.log(sink);
            } else {
                member.prepareCommit(batchOf(member).open(), sink);
            }
        }
    }

    private boolean waits(Member member) {
        return logsOnly && member.canWriteLater();
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        unwrittenOffsets.putAll(changelogOffsets);
        for (Member member : members.values()) {
            if (!waits(member)) {
                member.commit(batchOf(member).open(), changelogOffsets);
                takePosition(member, StorePosition::offsets);
            }
        }
        inMemory.commit();
        persistent.commit();
        for (Member member : members.values()) {
            if (waits(member)) {
                member.logged(changelogOffsets);
            } else {
                member.committed();
            }
        }
    }

    /** Takes to the batch how far a store has come in its inputs, and up to where its changelog is contained. */
    private void takePosition(Member member, Function<StorePosition, Map<TopicPartition, Long>> inputs) {
        StateTransaction batch = batchOf(member).open();
        StorePosition position = member.position();
        if (position != null && position.changed()) {
            batch.position(member.name(), inputs.apply(position));
        }
        for (TopicPartition partition : member.partitions()) {
            Long offset = unwrittenOffsets.remove(partition);
            if (offset != null && !member.managesOffsets()) {
                batch.changelogOffset(partition, offset);
            }
        }
    }

    /** Writes what commits have left. Not of a store that was changed since the last: that could not be told apart. */
    private void writeLogged() {
        if (unwrittenOffsets.isEmpty()) {
            return;
        }
        for (Member member : members.values()) {
            TaskStore own = member.own();
            if (own != null && member.persistent() && member.canWriteLater() && !own.changed()) {
                own.stage(persistent.open());
                takePosition(member, StorePosition::committedOffsets);
            }
        }
        persistent.commit();
    }

    private static List<TaskStore> ownStores(Collection<Member> members) {
        List<TaskStore> own = new ArrayList<>();
        for (Member member : members) {
            if (member.own() != null) {
                own.add(member.own());
            }
        }
        return own;
    }

    // ---- memory, end ----

    @Override
    public long bytes() {
        return memory.bytes();
    }

    @Override
    public boolean commitWanted() {
        return memory.commitWanted();
    }

    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        List<AutoCloseable> parts = new ArrayList<>();
        parts.add(this::writeLogged);
        members.values().forEach(member -> parts.add(member.store()::close));
        parts.add(memory);
        parts.add(inMemory);
        parts.add(persistent);
        closeAll(parts);
    }

    /** Closes everything, whatever fails; then throws the first failure with the others attached. */
    private static void closeAll(List<AutoCloseable> parts) {
        RuntimeException first = null;
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception failure) {
                RuntimeException unchecked =
                        failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
                if (first == null) {
                    first = unchecked;
                } else {
                    first.addSuppressed(unchecked);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
