package dev.millrace.state.task;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.StorePosition;
import dev.millrace.state.kind.TaskStore;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.errors.ProcessorStateException;
import dev.millrace.streams.processor.BatchingStateRestoreCallback;
import dev.millrace.streams.processor.CommitCallback;
import dev.millrace.streams.processor.StateRestoreCallback;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.TimestampedBytesStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One store of a task, ours or a custom one, as the task takes it through restore and commit.
 *
 * <p>A store of ours takes part in the task's batches. A custom store keeps its own content: it is restored through the
 * callback it registered and told to commit, and at most the offset it has reached lies in the task's database. A store of
 * bytes below one of ours is both: it is written to by ours, but restored as a custom store if it registered a callback.
 */
final class Member {
    /** What the reference tells a store of whose changelog nothing is contained yet. */
    private static final long UNKNOWN_OFFSET = -4;

    private final StorePlacement placement;
    private final StateStore store;
    private final List<TaskStore> inside = new ArrayList<>();
    private @Nullable TaskStore own;
    private @Nullable StateRestoreCallback restoreCallback;
    private @Nullable CommitCallback commitCallback;

    /** Whether what registered lies below a store of ours, which then is not restored itself. */
    private boolean restoredBelow;

    private boolean managesOffsets;

    /** Of the changelogs of which anything is known, up to where the store contains them: the next offset. */
    private final Map<TopicPartition, Long> contained = new HashMap<>();

    private List<KeyValue<byte[], byte[]>> collected = new ArrayList<>();

    Member(StorePlacement placement) {
        this.placement = placement;
        this.store = placement.builder().build();
    }

    String name() {
        return placement.builder().name();
    }

    StateStore store() {
        return store;
    }

    /** The store of ours that keeps the content; null if a custom store does. */
    @Nullable
    TaskStore own() {
        return own;
    }

    /** How far the store has come; null if only a custom store could know. */
    @Nullable
    StorePosition position() {
        return own == null ? null : own.position();
    }

    List<TopicPartition> partitions() {
        return placement.restoredFrom();
    }

    boolean writesChangelog() {
        return placement.writesChangelog();
    }

    /** Whether content, and so the offset it reaches, survives the process. */
    boolean persistent() {
        return own == null ? store.persistent() : own.persistent();
    }

    void opened(TaskStore opened) {
        if (own != null) {
            throw new IllegalStateException("Store " + name() + " opens two stores, " + own.name() + " and "
                    + opened.name() + ", but has one changelog: add them to the topology as two stores");
        }
        own = opened;
    }

    void openedInside(TaskStore opened) {
        inside.add(opened);
    }

    /** @param below whether what registers is a store that one of ours keeps its content in */
    void registered(StateRestoreCallback restore, @Nullable CommitCallback commit, boolean below) {
        restoreCallback = restore;
        commitCallback = commit;
        restoredBelow = below;
    }

    // ---- offsets ----

    /** Learns up to where the store contains its changelogs: from itself if it remembers that, else from the database. */
    @SuppressWarnings("deprecation") // what the method says may change, but it is still what decides
    void startFrom(StateDatabase database) {
        managesOffsets = store.managesOffsets();
        for (TopicPartition partition : partitions()) {
            Long next = managesOffsets ? behind(store.committedOffset(partition)) : database.changelogOffset(partition);
            if (next != null) {
                contained.put(partition, next);
            }
        }
    }

    private static @Nullable Long behind(@Nullable Long last) {
        return last == null || last < 0 ? null : last + 1;
    }

    /** Whether the store remembers the offsets that it is told with a commit, so that the database need not. */
    boolean managesOffsets() {
        return managesOffsets;
    }

    /** The next offset of a changelog that the store does not contain; null if nothing is known. */
    @Nullable
    Long contained(TopicPartition changelog) {
        return contained.get(changelog);
    }

    // ---- restore ----

    /** Applies a changelog record: to the batch if the store is ours. */
    void restore(StateTransaction batch, byte[] key, byte @Nullable [] value, long timestampMs, Headers headers) {
        if (own == null) {
            callBack(key, converted(value, timestampMs));
        } else if (restoredBelow && own.letsRestoreBelow()) {
            callBack(key, own.restoredBelow(key, value, timestampMs, headers));
        } else {
            own.restore(batch, key, value, timestampMs, headers);
        }
    }

    private void callBack(byte[] key, byte @Nullable [] value) {
        if (restoreCallback instanceof BatchingStateRestoreCallback) {
            collected.add(KeyValue.pair(key, value));
        } else if (restoreCallback != null) {
            restoreCallback.restore(key, value);
        }
    }

    /** Custom stores of this type want the record's timestamp in front of the value. */
    private byte @Nullable [] converted(byte @Nullable [] value, long timestampMs) {
        return value != null && store instanceof TimestampedBytesStore
                ? ChangelogFormat.stamp(value, timestampMs)
                : value;
    }

    /** What was restored is to be kept, up to this offset; called before the batch commits. */
    void keepRestored(StateTransaction batch, TopicPartition changelog, long nextOffset) {
        if (restoreCallback instanceof BatchingStateRestoreCallback batching && !collected.isEmpty()) {
            batching.restoreAll(collected);
            collected = new ArrayList<>();
        }
        if (own != null) {
            own.stageRestored(batch);
            own.committing();
        }
        tellToCommit(Map.of(changelog, nextOffset));
        inside.forEach(store -> store.stage(batch));
    }

    /** The batch with what was restored is committed. */
    void restoredSome() {
        inside.forEach(TaskStore::committed);
        if (own != null) {
            own.restoredSome();
        }
    }

    /** Nothing more is restored. */
    void restored() {
        if (own != null) {
            own.restored();
        }
    }

    // ---- commit ----

    /** Whether a commit may leave the database as it is: what it lacks is restored after a crash. */
    boolean canWriteLater() {
        return own != null && own.canWriteLater() && !partitions().isEmpty();
    }

    /** Takes the changes of a store of ours to its changelog alone. */
    void log(ChangelogSink sink) {
        if (own != null && writesChangelog()) {
            own.log(partitions().get(0), sink);
        }
    }

    /** The changes that were {@linkplain #log logged} are committed. */
    void logged(Map<TopicPartition, Long> changelogOffsets) {
        tellToCommit(changelogOffsets);
        if (own != null) {
            own.logged();
        }
        StorePosition position = position();
        if (position != null) {
            position.logged();
        }
    }

    /** Takes the changes of a store of ours to its changelog and to the task's batch. */
    void prepareCommit(StateTransaction batch, ChangelogSink sink) {
        if (own != null) {
            own.stage(batch, writesChangelog() ? partitions().get(0) : null, sink);
        }
    }

    /** Has a custom store commit; what lies in a store of ours inside it goes to the task's batch. */
    void commit(StateTransaction batch, Map<TopicPartition, Long> changelogOffsets) {
        if (own != null) {
            own.committing();
        }
        tellToCommit(changelogOffsets);
        inside.forEach(store -> store.stage(batch));
    }

    /** The batch is committed. */
    void committed() {
        if (own != null) {
            own.committed();
        }
        StorePosition position = position();
        if (position != null) {
            position.committed();
        }
        inside.forEach(TaskStore::committed);
    }

    /** A store is told the offsets of the last records, while changelogs are told of by the offset that comes next. */
    private void tellToCommit(Map<TopicPartition, Long> changelogOffsets) {
        Map<TopicPartition, Long> last = new HashMap<>();
        for (TopicPartition partition : partitions()) {
            Long next = changelogOffsets.get(partition);
            if (next != null) {
                contained.put(partition, next);
            }
            long known = contained.getOrDefault(partition, 0L);
            last.put(partition, known == 0 ? UNKNOWN_OFFSET : known - 1);
        }
        store.commit(last);
        if (commitCallback != null) {
            try {
                commitCallback.onCommit();
            } catch (IOException failure) {
                throw new ProcessorStateException("The commit callback of store " + name() + " failed", failure);
            }
        }
    }
}
