package dev.millrace.engine.worker;

import dev.millrace.engine.assign.TaskCatalog;
import dev.millrace.engine.commit.CommitNote;
import dev.millrace.engine.port.CommitPoint;
import dev.millrace.engine.port.RecordSource;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.engine.restore.Restoration;
import dev.millrace.engine.task.Task;
import dev.millrace.engine.task.TaskPhase;
import dev.millrace.streams.errors.LockException;
import dev.millrace.streams.processor.TaskId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;

/**
 * The tasks of one worker on their way through life: wanted (the group gave us their inputs, the state directory may still
 * belong to someone else), restoring, running, closed.
 *
 * <p>The inputs of a task flow only while it runs and has room. {@link #tasks} may be read by any thread.
 */
final class TaskRoster {
    private final TaskSupply supply;
    private final TaskCatalog catalog;
    private final RecordSource source;
    private final Restoration restoration;
    private final Logger log;

    private final Map<TaskId, Set<TopicPartition>> wanted = new TreeMap<>();
    private final Map<TaskId, Task> tasks = new ConcurrentSkipListMap<>();
    private final Map<TopicPartition, Task> byInput = new HashMap<>();
    private final Set<TopicPartition> paused = new HashSet<>();

    TaskRoster(TaskSupply supply, TaskCatalog catalog, RecordSource source, Restoration restoration, Logger log) {
        this.supply = supply;
        this.catalog = catalog;
        this.source = source;
        this.restoration = restoration;
        this.log = log;
    }

    /** Every open task, restoring ones too. Any thread may ask. */
    Collection<Task> tasks() {
        return Collections.unmodifiableCollection(tasks.values());
    }

    /** The tasks that process records. */
    List<Task> running() {
        return tasks.values().stream()
                .filter(task -> task.phase() == TaskPhase.RUNNING)
                .toList();
    }

    /** Whether every task that the group gave us is running. */
    boolean complete() {
        return wanted.isEmpty() && tasks.values().stream().allMatch(task -> task.phase() == TaskPhase.RUNNING);
    }

    Set<TaskId> ids() {
        Set<TaskId> ids = new HashSet<>(tasks.keySet());
        ids.addAll(wanted.keySet());
        return ids;
    }

    // ---- what the group gives and takes ----

    /** New inputs: their tasks are opened by {@link #open}. A task that gets a further input starts anew with all of them. */
    void assigned(Collection<TopicPartition> partitions) {
        pause(partitions);
        catalog.tasksOf(partitions).forEach((id, inputs) -> {
            Set<TopicPartition> all = new HashSet<>(inputs);
            Task task = tasks.get(id);
            if (task != null) {
                all.addAll(task.inputs());
                close(task);
                reposition(task.inputs());
            }
            wanted.merge(id, all, TaskRoster::union);
        });
    }

    /** Closes the tasks that read any of {@code partitions}; what they did not commit is discarded. */
    void taken(Collection<TopicPartition> partitions) {
        wanted.values().removeIf(inputs -> !Collections.disjoint(inputs, partitions));
        for (Task task : List.copyOf(tasks.values())) {
            if (!Collections.disjoint(task.inputs(), partitions)) {
                close(task);
            }
        }
        paused.removeAll(partitions);
    }

    /** Closes all tasks; what they did not commit is discarded. */
    void closeAll() {
        wanted.clear();
        List.copyOf(tasks.values()).forEach(this::close);
    }

    /** After {@link #closeAll}: wants all tasks again whose inputs the group still leaves to us, at the committed offsets. */
    void reopen() {
        Set<TopicPartition> owned = source.assignment();
        reposition(owned);
        assigned(owned);
    }

    /** Closes tasks whose content cannot be completed, deletes it, and wants them again. */
    void startFromNothing(Set<TaskId> ids) {
        for (TaskId id : ids) {
            Task task = tasks.get(id);
            if (task != null) {
                Set<TopicPartition> inputs = task.inputs();
                forget(task);
                supply.discardContent(id);
                supply.release(id);
                reposition(inputs);
                assigned(inputs);
            }
        }
    }

    private void close(Task task) {
        try {
            forget(task);
        } finally {
            supply.release(task.id());
        }
    }

    private void forget(Task task) {
        tasks.remove(task.id());
        task.inputs().forEach(byInput::remove);
        restoration.remove(task);
        task.close();
    }

    /** Fetching goes on at the committed offsets, whatever was fetched and processed since. */
    private void reposition(Set<TopicPartition> partitions) {
        Map<TopicPartition, CommitPoint> committed = source.committed(partitions);
        Set<TopicPartition> fresh = new HashSet<>(partitions);
        fresh.removeAll(committed.keySet());
        committed.forEach((partition, point) -> source.seek(partition, point.nextOffset()));
        source.seekToReset(fresh);
    }

    // ---- opening ----

    /** Opens the wanted tasks whose directories are free; returns how many. */
    int open() {
        int opened = 0;
        for (Map.Entry<TaskId, Set<TopicPartition>> want : List.copyOf(wanted.entrySet())) {
            try {
                Task task = supply.create(want.getKey(), want.getValue());
                wanted.remove(want.getKey());
                tasks.put(task.id(), task);
                task.openStores();
                restoration.add(task);
                opened++;
            } catch (LockException busy) {
                log.debug("Task {} has to wait: {}", want.getKey(), busy.getMessage());
            }
        }
        return opened;
    }

    /** Starts the tasks whose stores are complete; returns how many. */
    int startRestored() {
        List<Task> ready = restoration.takeRestored();
        for (Task task : ready) {
            task.start();
            Map<TopicPartition, Long> offsets = new HashMap<>();
            Map<TopicPartition, Long> times = new HashMap<>();
            Map<String, Long> marks = new HashMap<>();
            source.committed(task.inputs()).forEach((partition, point) -> {
                CommitNote note = CommitNote.of(point);
                offsets.put(partition, point.nextOffset());
                times.put(partition, note.partitionTimeMs());
                note.marks().forEach((name, timeMs) -> marks.merge(name, timeMs, Math::max));
            });
            task.resumeFrom(offsets, times, marks);
            task.inputs().forEach(input -> byInput.put(input, task));
        }
        return ready.size();
    }

    // ---- flow ----

    void route(List<SourceBatch> batches) {
        for (SourceBatch batch : batches) {
            Task task = byInput.get(batch.partition());
            if (task != null) {
                task.add(batch);
            }
        }
    }

    /** Pauses the inputs that are full, or all of them if {@code stopped}; lets the others flow. */
    void adjustFlow(boolean stopped) {
        Set<TopicPartition> toPause = new HashSet<>();
        Set<TopicPartition> toResume = new HashSet<>();
        for (Task task : running()) {
            Set<TopicPartition> full = stopped ? task.inputs() : task.fullInputs();
            for (TopicPartition input : task.inputs()) {
                (full.contains(input) ? toPause : toResume).add(input);
            }
        }
        toPause.removeAll(paused);
        toResume.retainAll(paused);
        pause(toPause);
        if (!toResume.isEmpty()) {
            source.resume(toResume);
            paused.removeAll(toResume);
        }
    }

    private void pause(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            source.pause(partitions);
            paused.addAll(partitions);
        }
    }

    private static Set<TopicPartition> union(Set<TopicPartition> some, Set<TopicPartition> others) {
        Set<TopicPartition> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    @Override
    public String toString() {
        return tasks.values().stream()
                .map(task -> task.id() + " " + task.phase())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
