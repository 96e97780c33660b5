package dev.millrace.engine.worker;

import dev.millrace.engine.port.ChangelogGapException;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.engine.task.GlobalStores;
import dev.millrace.engine.task.GlobalTask;
import dev.millrace.state.KeyValueState;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.StateStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The thread of an instance that keeps its global stores up to date: reads all partitions of their topics, in no group, from
 * where the local content ends, for as long as the instance runs.
 *
 * <p>Before it has caught up nobody reads the stores, so local content that the topic no longer continues is deleted and
 * built anew without anyone noticing. Afterwards such a gap ends the worker; the content goes with it, and a restart begins
 * at the beginning of the topic.
 *
 * <p>Everything happens on its own thread but {@link #stop}, and the reading of stores under {@link #readLock}.
 */
public final class GlobalWorker implements Runnable, GlobalStores {
    private final GlobalParts parts;
    private final TimeoutPatience patience;
    private final Map<TopicPartition, Long> restoredRecords = new HashMap<>();
    private volatile boolean stopWanted;
    private volatile @Nullable GlobalTask task;
    private boolean contentUseless;

    public GlobalWorker(GlobalParts parts) {
        this.parts = parts;
        this.patience = new TimeoutPatience(parts.name(), parts.settings().taskTimeoutMs(), parts.clock(), parts.log());
    }

    /** The name that logs and metadata show. */
    public String name() {
        return parts.name();
    }

    /** Asks it to close and go. Safe for any thread. */
    public void stop() {
        stopWanted = true;
        parts.source().wakeup();
    }

    /** Its task, null before it is open. Safe for any thread. */
    public @Nullable GlobalTask task() {
        return task;
    }

    // ---- the stores, for the tasks of other workers ----

    @Override
    public @Nullable StateStore store(String name) {
        return openTask().store(name);
    }

    @Override
    public KeyValueState keyValues(String name) {
        return openTask().keyValues(name);
    }

    @Override
    public Lock readLock() {
        return openTask().readLock();
    }

    private GlobalTask openTask() {
        return Objects.requireNonNull(task, "the global stores are not open");
    }

    // ---- the thread ----

    @Override
    public void run() {
        try {
            List<TopicPartition> partitions = partitions();
            catchUp(partitions);
            if (!stopWanted) {
                parts.listener().caughtUp();
            }
            while (!stopWanted) {
                poll();
            }
        } catch (Throwable failure) {
            contentUseless = failure instanceof ChangelogGapException;
            parts.listener().failed(failure);
        } finally {
            close();
        }
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> all = new ArrayList<>();
        parts.topics().forEach((topic, store) -> {
            List<TopicPartition> partitions = patiently(() -> parts.source().partitionsOf(topic), List.of());
            if (partitions.isEmpty() && !stopWanted) {
                throw new StreamsException("Topic " + topic + " of global store " + store
                        + " does not exist; create it before starting the application");
            }
            all.addAll(partitions);
        });
        return all;
    }

    private void catchUp(List<TopicPartition> partitions) {
        open(partitions);
        try {
            follow(ends(partitions));
        } catch (ChangelogGapException gap) {
            parts.log().warn("{}: the local content of the global stores is built anew: {}", name(), gap.getMessage());
            parts.source().remove(partitions);
            openTask().close();
            parts.discardContent().run();
            open(partitions);
            follow(ends(partitions));
        }
    }

    private void open(List<TopicPartition> partitions) {
        GlobalTask opened = parts.tasks().apply(partitions);
        task = opened;
        opened.open();
        Map<TopicPartition, @Nullable Long> positions = opened.positions();
        partitions.forEach(partition -> parts.source().add(partition, positions.get(partition)));
    }

    /** Where the partitions end now; a local position beyond that speaks of a topic that was there before this one. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends =
                patiently(() -> parts.admin().endOffsets(Set.copyOf(partitions), parts.isolation()), Map.of());
        Set<TopicPartition> beyond = new HashSet<>();
        ends.forEach((partition, end) -> {
            Long local = openTask().positions().get(partition);
            if (local != null && local > end) {
                beyond.add(partition);
            }
        });
        if (!beyond.isEmpty()) {
            throw new ChangelogGapException(beyond, null);
        }
        return ends;
    }

    /** Reads until every partition is at its end. */
    private void follow(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> ahead = new HashMap<>(ends);
        ahead.forEach((partition, end) ->
                parts.restoreListener().onRestoreStart(partition, storeOf(partition), position(partition), end));
        finishReached(ahead);
        while (!ahead.isEmpty() && !stopWanted) {
            for (SourceBatch batch : poll()) {
                TopicPartition partition = batch.partition();
                restoredRecords.merge(partition, (long) batch.size(), Long::sum);
                parts.restoreListener()
                        .onBatchRestored(partition, storeOf(partition), batch.nextOffset() - 1, batch.size());
            }
            finishReached(ahead);
        }
    }

    private void finishReached(Map<TopicPartition, Long> ahead) {
        ahead.entrySet().removeIf(each -> {
            TopicPartition partition = each.getKey();
            boolean reached = position(partition) >= each.getValue();
            if (reached) {
                parts.restoreListener()
                        .onRestoreEnd(partition, storeOf(partition), restoredRecords.getOrDefault(partition, 0L));
            }
            return reached;
        });
    }

    private String storeOf(TopicPartition partition) {
        return parts.topics().getOrDefault(partition.topic(), partition.topic());
    }

    private long position(TopicPartition partition) {
        return patiently(() -> parts.source().position(partition), Long.MAX_VALUE);
    }

    private List<SourceBatch> poll() {
        List<SourceBatch> batches =
                patiently(() -> parts.source().poll(parts.settings().pollMs()), List.of());
        batches.forEach(openTask()::apply);
        return batches;
    }

    /** What the cluster answers, asked as often as it takes; {@code whenStopped} if there is no time to wait for that. */
    private <T> T patiently(Supplier<T> question, T whenStopped) {
        while (!stopWanted) {
            try {
                T answer = question.get();
                patience.answered();
                return answer;
            } catch (TimeoutException timeout) {
                patience.endure(timeout);
            }
        }
        return whenStopped;
    }

    private void close() {
        quietly("close the global stores", this::closeStores);
        quietly("close the reader of global topics", parts.source()::close);
    }

    private void closeStores() {
        GlobalTask open = task;
        if (open != null) {
            open.close();
        }
        if (contentUseless) {
            parts.discardContent().run();
        }
    }

    private void quietly(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            parts.log().warn("{}: failed to {}", name(), what, failure);
        }
    }
}
