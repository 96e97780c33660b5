package dev.millrace.engine.restore;

import dev.millrace.engine.port.ChangelogGapException;
import dev.millrace.engine.port.ChangelogSource;
import dev.millrace.engine.port.CommitPoint;
import dev.millrace.engine.port.RecordSource;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.engine.task.Task;
import dev.millrace.streams.errors.TaskCorruptedException;
import dev.millrace.streams.processor.StateRestoreListener;
import dev.millrace.streams.processor.TaskId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Brings the stores of a worker's new tasks up to the end of their changelogs, a poll at a time, while its other tasks go on.
 *
 * <p>A store on disk knows the changelog offset that it contains, so only the tail behind it is read. Where replay ends is
 * asked of the broker after the task was given to us, when its previous owner can no longer commit; with exactly-once the
 * answer waits until no transaction is open in the changelog. The topic of a table that stands in for a changelog is replayed
 * as far as it was processed: what follows is still to come as input.
 *
 * <p>A local offset beyond the end, or before the first record that the broker still has, means that the changelog is no
 * longer the one that this content came from. That is a {@code TaskCorruptedException}: the worker drops the task's local
 * content and starts it again from the beginning of the changelog.
 */
public final class Restoration {
    /** How much of a changelog is collected, sorted and written at once: the larger, the fewer tables, and merges of them. */
    private static final long COMMIT_BYTES = 64L << 20;

    /** What a record takes beside its bytes while it waits. */
    private static final long RECORD_BYTES = 64;

    private final ChangelogSource source;
    private final RecordSource inputs;
    private final StateRestoreListener listener;
    private final long pendingLimitBytes;
    private final Map<TopicPartition, Replay> replays = new LinkedHashMap<>();
    private final Set<Task> restored = new LinkedHashSet<>();
    private long pendingBytes;

    /**
     * Nothing to restore yet.
     *
     * @param inputs knows how far inputs are processed
     * @param pendingLimitBytes how much of all changelogs together may wait to be written
     */
    public Restoration(
            ChangelogSource source, RecordSource inputs, StateRestoreListener listener, long pendingLimitBytes) {
        this.source = source;
        this.inputs = inputs;
        this.listener = listener;
        this.pendingLimitBytes = pendingLimitBytes;
    }

    /** Starts to restore a task whose stores are open. */
    public void add(Task task) {
        Map<TopicPartition, @Nullable Long> positions = task.restorePositions();
        if (positions.isEmpty()) {
            restored.add(task);
            return;
        }
        Map<TopicPartition, String> stores = new HashMap<>();
        task.changelogs().forEach((store, changelog) -> stores.put(changelog, store));
        positions.forEach((changelog, from) -> replays.put(
                changelog, new Replay(task, stores.getOrDefault(changelog, changelog.topic()), changelog, from)));
    }

    /** Stops to restore a task, which is about to be closed or was handed over by {@link #takeRestored}. */
    public void remove(Task task) {
        restored.remove(task);
        List<TopicPartition> stopped = replays.values().stream()
                .filter(replay -> replay.task == task)
                .map(replay -> replay.changelog)
                .toList();
        source.remove(stopped);
        for (TopicPartition changelog : stopped) {
            Replay replay = replays.remove(changelog);
            pendingBytes -= replay == null ? 0 : replay.pendingBytes;
            if (replay != null && replay.end != null) {
                listener.onRestoreSuspended(changelog, replay.storeName, replay.restoredRecords);
            }
        }
    }

    /** Whether any task waits for its content. */
    public boolean busy() {
        return !replays.isEmpty();
    }

    /**
     * Replays what polls bring; returns the number of records.
     *
     * @param timeoutMs how long to wait for the first of them
     * @param maxRecords after how many to leave the rest for another time
     */
    public int work(long timeoutMs, int maxRecords) {
        if (replays.isEmpty()) {
            return 0;
        }
        begin();
        int records = 0;
        int inThisPoll = 0;
        do {
            if (source.assignment().isEmpty()) {
                break;
            }
            inThisPoll = 0;
            for (SourceBatch batch : poll(records == 0 ? timeoutMs : 0)) {
                inThisPoll += apply(batch);
            }
            records += inThisPoll;
            finishThoseAtTheirEnd();
        } while (inThisPoll > 0 && records < maxRecords);
        return records;
    }

    /** The tasks whose stores are complete now; each is returned once. */
    public List<Task> takeRestored() {
        List<Task> ready = new ArrayList<>(restored);
        restored.clear();
        return ready;
    }

    /** Asks where the replays that have no end yet are to end, and starts those for which there is an answer. */
    private void begin() {
        Set<TopicPartition> undecided = undecided(replay -> true);
        if (undecided.isEmpty()) {
            return;
        }
        Set<TopicPartition> undecidedInputs = undecided(Replay::isInput);
        Map<TopicPartition, CommitPoint> processed =
                undecidedInputs.isEmpty() ? Map.of() : inputs.committed(undecidedInputs);
        source.endOffsets(undecided).forEach((changelog, end) -> {
            Replay replay = replays.get(changelog);
            if (replay != null) {
                CommitPoint point = processed.get(changelog);
                long processedUpTo = point == null ? 0 : point.nextOffset();
                begin(replay, replay.isInput() ? Math.min(end, processedUpTo) : end);
            }
        });
        finishThoseAtTheirEnd();
    }

    private Set<TopicPartition> undecided(Predicate<Replay> which) {
        Set<TopicPartition> undecided = new HashSet<>();
        replays.values().stream()
                .filter(replay -> replay.end == null && which.test(replay))
                .forEach(replay -> undecided.add(replay.changelog));
        return undecided;
    }

    private void begin(Replay replay, long end) {
        if (replay.from != null && replay.from > end) {
            throw corrupted(Set.of(replay.task.id()), null);
        }
        replay.end = end;
        listener.onRestoreStart(replay.changelog, replay.storeName, replay.from == null ? 0 : replay.from, end);
        if (!atEnd(replay)) {
            source.add(replay.changelog, replay.from);
        }
    }

    private List<SourceBatch> poll(long timeoutMs) {
        try {
            return source.poll(timeoutMs);
        } catch (ChangelogGapException gap) {
            Set<TaskId> tasks = new HashSet<>();
            gap.partitions().forEach(changelog -> {
                Replay replay = replays.get(changelog);
                if (replay != null) {
                    tasks.add(replay.task.id());
                }
            });
            throw corrupted(tasks, gap);
        }
    }

    private static TaskCorruptedException corrupted(Set<TaskId> tasks, @Nullable ChangelogGapException gap) {
        TaskCorruptedException corrupted = new TaskCorruptedException(tasks);
        if (gap != null) {
            corrupted.addSuppressed(gap);
        }
        return corrupted;
    }

    private int apply(SourceBatch polled) {
        Replay replay = replays.get(polled.partition());
        if (replay == null) {
            return 0;
        }
        SourceBatch batch = replay.isInput() ? BatchHead.of(polled, endOf(replay)) : polled;
        if (batch.size() == 0) {
            return 0;
        }
        long bytes = replay.task.restore(batch) + RECORD_BYTES * batch.size();
        replay.pendingBytes += bytes;
        pendingBytes += bytes;
        replay.pendingUpTo = batch.nextOffset();
        if (replay.pendingBytes >= COMMIT_BYTES) {
            commit(replay, replay.pendingUpTo);
        } else if (pendingBytes >= pendingLimitBytes) {
            Replay largest = Collections.max(replays.values(), Comparator.comparingLong(other -> other.pendingBytes));
            commit(largest, largest.pendingUpTo);
        }
        replay.restoredRecords += batch.size();
        listener.onBatchRestored(batch.partition(), replay.storeName, batch.nextOffset() - 1, batch.size());
        return batch.size();
    }

    private void commit(Replay replay, long nextOffset) {
        replay.task.commitRestored(replay.changelog, nextOffset);
        pendingBytes -= replay.pendingBytes;
        replay.pendingBytes = 0;
    }

    private void finishThoseAtTheirEnd() {
        for (Replay replay : List.copyOf(replays.values())) {
            if (replay.end != null && atEnd(replay)) {
                finish(replay, replay.end);
            }
        }
    }

    /** A position may pass the last record, because the end of a transaction has an offset too. */
    private boolean atEnd(Replay replay) {
        long end = endOf(replay);
        if (source.assignment().contains(replay.changelog)) {
            return source.position(replay.changelog) >= end;
        }
        return end <= (replay.from == null ? 0 : replay.from);
    }

    private static long endOf(Replay replay) {
        return replay.end == null ? Long.MAX_VALUE : replay.end;
    }

    private void finish(Replay replay, long end) {
        if (source.assignment().contains(replay.changelog)) {
            commit(replay, replay.isInput() ? end : Math.max(end, source.position(replay.changelog)));
            source.remove(Set.of(replay.changelog));
            replay.task.restored(replay.changelog);
        }
        replays.remove(replay.changelog);
        listener.onRestoreEnd(replay.changelog, replay.storeName, replay.restoredRecords);
        if (replays.values().stream().noneMatch(other -> other.task == replay.task)) {
            restored.add(replay.task);
        }
    }
}
