package dev.millrace.engine.task.intake;

import dev.millrace.engine.port.InputLag;
import dev.millrace.engine.port.SourceBatch;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one task and the choice of the record to process next: the one with the smallest event time among the heads
 * of all partitions; on a tie the partition that has waited longest.
 *
 * <p>Decoding is lazy: the head of a partition is decoded when the choice needs it, never before its predecessor is done, so
 * that a record that cannot be read fails at its turn. A task with one input has nothing to choose and skips all of this.
 *
 * <p>Stream time is the highest event time that was taken up.
 */
public final class Intake {
    /** As the time to wait for empty inputs: none, whatever they may have on the broker. */
    public static final long NEVER_WAIT = -1;

    private static final int NOT_CHECKED = -1;

    private final Map<TopicPartition, InputQueue> inputs = new LinkedHashMap<>();
    private @Nullable InputQueue only;
    /** Queues with a decoded head; the heap orders equal times by the order in which they came in, as far as it goes. */
    private final PriorityQueue<InputQueue> heads =
            new PriorityQueue<>(Comparator.comparingLong(InputQueue::timestamp));
    /** Queues with records but no decoded head, in the order in which they are to be looked at. */
    private final ArrayDeque<InputQueue> undecoded = new ArrayDeque<>();

    private final InputLag lags;
    private final Idling idling;
    private final int bufferLimit;
    private long roundMs;
    private int headsWhenChecked = NOT_CHECKED;
    private long streamTimeMs = -1;

    /**
     * Makes the intake of a task.
     *
     * @param maxIdleMs {@code max.task.idle.ms}, {@link #NEVER_WAIT} or more
     * @param bufferLimit {@code buffered.records.per.partition}
     */
    public Intake(Collection<InputQueue> queues, long maxIdleMs, InputLag lags, int bufferLimit) {
        this.lags = lags;
        this.idling = new Idling(maxIdleMs, lags);
        this.bufferLimit = bufferLimit;
        queues.forEach(this::read);
    }

    /** From now on also takes records of this input: a new topic matches the pattern of a source. */
    public void read(InputQueue input) {
        if (inputs.putIfAbsent(input.partition(), input) != null) {
            throw new IllegalArgumentException("Partition " + input.partition() + " is an input already");
        }
        if (only != null && !only.isEmpty()) {
            undecoded.add(only);
        }
        only = inputs.size() == 1 ? input : null;
    }

    /** The partitions it is fed from. */
    public Set<TopicPartition> partitions() {
        return Collections.unmodifiableSet(inputs.keySet());
    }

    /** Queues a batch of one of {@link #partitions()}. */
    public void add(SourceBatch batch) {
        InputQueue input = inputs.get(batch.partition());
        if (input == null) {
            throw new IllegalArgumentException(
                    "Partition " + batch.partition() + " is no input of this task; its inputs are " + inputs.keySet());
        }
        if (only == null && input.isEmpty()) {
            undecoded.add(input);
        }
        input.add(batch);
    }

    /** Forgets what was fetched and not taken. Where to go on does not change. */
    public void clear() {
        inputs.values().forEach(InputQueue::clear);
        heads.clear();
        undecoded.clear();
        idling.reset();
    }

    /** Starts a series of {@link #next()} during which nothing is fetched and time stands still. */
    public void beginRound(long nowMs) {
        roundMs = nowMs;
        headsWhenChecked = NOT_CHECKED;
    }

    /** Takes up the next record: it is the head of the queue returned. Null if there is none, or none yet. */
    public @Nullable InputQueue next() {
        InputQueue chosen = only == null ? choose() : only.decodeHead() ? only : null;
        if (chosen != null) {
            chosen.take();
            streamTimeMs = Math.max(streamTimeMs, chosen.timestamp());
            if (only == null && !chosen.isEmpty()) {
                undecoded.add(chosen);
            }
        }
        return chosen;
    }

    private @Nullable InputQueue choose() {
        for (InputQueue input = undecoded.peek(); input != null; input = undecoded.peek()) {
            if (input.decodeHead()) {
                heads.add(input);
            }
            undecoded.remove();
        }
        return !heads.isEmpty() && mayProceed() ? heads.poll() : null;
    }

    /** Asks {@link Idling} again only when one more input ran empty: within a round, nothing else changes. */
    private boolean mayProceed() {
        if (heads.size() == inputs.size()) {
            idling.reset();
            return true;
        }
        if (heads.size() != headsWhenChecked && !idling.mayProceed(inputs.values(), roundMs)) {
            return false;
        }
        headsWhenChecked = heads.size();
        return true;
    }

    /** Whether there is anything that was fetched and not taken. */
    public boolean hasBacklog() {
        return only != null ? !only.isEmpty() : !heads.isEmpty() || !undecoded.isEmpty();
    }

    /** The inputs that hold more than they should: fetching them is to be paused. */
    public Set<TopicPartition> fullInputs() {
        Set<TopicPartition> full = Set.of();
        for (InputQueue input : inputs.values()) {
            if (input.unreadRecords() > bufferLimit) {
                full = full.isEmpty() ? new HashSet<>() : full;
                full.add(input.partition());
            }
        }
        return full;
    }

    /** The highest event time of all records taken up, -1 before the first. */
    public long streamTimeMs() {
        return streamTimeMs;
    }

    /** Since when records have been waiting for those of empty inputs, or -1 if they are not. */
    public long idleSinceMs() {
        return idling.idleSinceMs();
    }

    // ---- progress ----

    /** For each input of which records were finished since the last {@link #progressCommitted()}: where to go on. */
    public Map<TopicPartition, Long> progress() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (InputQueue input : inputs.values()) {
            if (input.progressed()) {
                offsets.put(input.partition(), input.nextOffset());
            }
        }
        return offsets;
    }

    /** Where the partitions end of which anything was fetched, as far as the client knows. */
    public Map<TopicPartition, Long> endOffsets() {
        Map<TopicPartition, Long> ends = new HashMap<>();
        inputs.forEach((partition, input) -> {
            if (input.fetchedOffset() >= 0) {
                ends.put(partition, input.fetchedOffset() + Math.max(0, lags.lagRecords(partition)));
            }
        });
        return ends;
    }

    /** Whether {@link #progress()} has anything to say. */
    public boolean progressed() {
        return inputs.values().stream().anyMatch(InputQueue::progressed);
    }

    /** What {@link #progress()} said is safe. */
    public void progressCommitted() {
        inputs.values().forEach(InputQueue::progressCommitted);
    }

    /** For each input the highest event time seen, -1 if none: committed along with offsets, because extractors see it. */
    public Map<TopicPartition, Long> partitionTimes() {
        Map<TopicPartition, Long> times = new HashMap<>();
        inputs.forEach((partition, input) -> times.put(partition, input.partitionTime()));
        return times;
    }

    /** Takes over partition times that an earlier life of this task committed; stream time is their maximum. */
    public void resumeFrom(Map<TopicPartition, Long> partitionTimes) {
        partitionTimes.forEach((partition, time) -> {
            InputQueue input = inputs.get(partition);
            if (input != null) {
                input.resumePartitionTime(time);
                streamTimeMs = Math.max(streamTimeMs, time);
            }
        });
    }
}
