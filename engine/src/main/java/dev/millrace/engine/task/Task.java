package dev.millrace.engine.task;

import dev.millrace.engine.metric.TaskCounters;
import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.port.SendOrigin;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.engine.task.intake.InputQueue;
import dev.millrace.engine.task.intake.Intake;
import dev.millrace.state.TaskState;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.TaskId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One subtopology for one partition number: its inputs, operators and stores, and the steps of its life.
 *
 * <pre>
 * CREATED   --openStores-->  RESTORING  restore batches until the changelogs are contained
 * RESTORING --start-->       RUNNING    add batches, process, punctuate; commit now and then
 * RUNNING   --suspend-->     SUSPENDED  commit what was done
 * SUSPENDED --resume-->      RUNNING
 * any       --close-->       CLOSED
 * </pre>
 *
 * <p>A commit is four steps: {@link #prepareCommit}, then the worker flushes its sink and makes {@link #committableOffsets}
 * final, then {@link #completeCommit}. If anything fails in between, {@link #close} throws away what the stores did not
 * commit, and the next life of the task starts from the previous commit.
 *
 * <p>Every public method but {@link #lock}, {@link #id} and {@link #inputs} belongs to the thread that owns the task. It
 * takes the lock itself where it touches stores, once per call.
 */
public final class Task {
    private final TaskId id;
    private final TaskEnvironment environment;
    private final TaskContext context;
    private final TaskState state;
    private final Intake intake;
    private final List<Operator> operators;
    private final Function<TopicPartition, InputQueue> queues;
    private final Lock globals;
    private final TaskCounters counters;
    private final Map<TopicPartition, SendOrigin> changelogOrigins = new HashMap<>();
    private final Lock lock;

    private volatile TaskPhase phase = TaskPhase.CREATED;
    private volatile TaskProgress progress = TaskProgress.NONE;
    private boolean commitNeeded;
    private long writtenMs;
    private boolean writesNext;

    Task(TaskEnvironment environment, TaskContext context, Assembly assembly, Lock globals, TaskCounters counters) {
        this.id = context.taskId();
        this.environment = environment;
        this.context = context;
        this.state = context.state();
        this.lock = state.lock();
        this.intake = context.intake();
        this.operators = assembly.operators();
        this.queues = assembly::queue;
        this.globals = globals;
        this.counters = counters;
    }

    // ---- what it is ----

    /** Subtopology and partition number. */
    public TaskId id() {
        return id;
    }

    /** Where it is in its life. Any thread may ask. */
    public TaskPhase phase() {
        return phase;
    }

    /** The partitions it reads. */
    public Set<TopicPartition> inputs() {
        return intake.partitions();
    }

    /** How far it is. Any thread may ask. */
    public TaskProgress progress() {
        return progress;
    }

    /** What it has done. */
    public TaskCounters counters() {
        return counters;
    }

    /** Held while stores are touched: whoever queries a store holds it too. */
    public Lock lock() {
        return lock;
    }

    /** A store as user code sees it, or null if the task has none of that name. Read it under {@link #lock}. */
    public @Nullable StateStore store(String name) {
        return state.store(name);
    }

    /** The names of its stores. */
    public Set<String> storeNames() {
        return state.storeNames();
    }

    // ---- life ----

    private void become(TaskPhase next) {
        if (!phase.mayBecome(next)) {
            throw new IllegalStateException("Task " + id + " is " + phase + " and cannot become " + next);
        }
        phase = next;
    }

    private void require(TaskPhase expected) {
        if (phase != expected) {
            throw new IllegalStateException("Task " + id + " is " + phase + ", but must be " + expected + " for this");
        }
    }

    /** CREATED to RESTORING: opens the stores. */
    public void openStores() {
        become(TaskPhase.RESTORING);
        locked(() -> state.open(new StoreContext(context)));
        state.changelogs()
                .forEach((store, changelog) -> changelogOrigins.put(
                        changelog, new SendOrigin(id, store, true, () -> context.faultContext(store))));
    }

    /** RESTORING to RUNNING: opens the operators, children last, as the topology lists them. */
    public void start() {
        become(TaskPhase.RUNNING);
        context.startAt(environment.clock().nowMs());
        locked(() -> operators.forEach(Task::open));
    }

    private static void open(Operator operator) {
        try {
            operator.open();
        } catch (RuntimeException error) {
            throw new StreamsException("failed to initialize processor " + operator.name(), error);
        }
    }

    /** RUNNING to SUSPENDED: forgets what was fetched and not processed. Commit first or right after. */
    public void suspend() {
        become(TaskPhase.SUSPENDED);
        forgetInput();
    }

    private void forgetInput() {
        context.turnAway();
        intake.clear();
    }

    /** SUSPENDED to RUNNING: inputs are to be fetched from the committed offsets on. */
    public void resume() {
        become(TaskPhase.RUNNING);
    }

    /** To CLOSED from anywhere. What was not committed is lost to the stores, as if it had not happened. */
    public void close() {
        if (phase == TaskPhase.CLOSED) {
            return;
        }
        boolean operatorsOpen = phase == TaskPhase.RUNNING || phase == TaskPhase.SUSPENDED;
        become(TaskPhase.CLOSED);
        forgetInput();
        locked(() -> {
            try {
                if (operatorsOpen) {
                    closeOperators();
                }
            } finally {
                state.close();
            }
        });
    }

    /** Every operator is closed even if some fail; the first failure is thrown, the others hang on it. */
    private void closeOperators() {
        StreamsException failure = null;
        for (Operator operator : operators) {
            try {
                operator.close();
            } catch (RuntimeException error) {
                if (failure == null) {
                    failure = new StreamsException("failed to close processor " + operator.name(), error);
                } else {
                    failure.addSuppressed(error);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    // ---- restore ----

    /** The changelogs to replay, each with the offset to start from: null for the beginning. */
    public Map<TopicPartition, @Nullable Long> restorePositions() {
        return state.restorePositions();
    }

    /** The changelog partition of each logged store, by store name. */
    public Map<String, TopicPartition> changelogs() {
        return state.changelogs();
    }

    /**
     * Applies records of a changelog that follow those applied before; how many bytes of keys and values they had. A record
     * without a key is not for us.
     */
    public long restore(SourceBatch records) {
        require(TaskPhase.RESTORING);
        long bytes = 0;
        lock.lock();
        try {
            for (int i = 0; i < records.size(); i++) {
                byte[] key = records.key(i);
                byte[] value = records.value(i);
                if (key != null) {
                    state.restore(records.partition(), key, value, records.timestamp(i), records.headers(i));
                    bytes += key.length + (value == null ? 0 : value.length);
                }
            }
        } finally {
            lock.unlock();
        }
        return bytes;
    }

    /** Makes what was restored so far durable, together with the offset it reaches. */
    public void commitRestored(TopicPartition changelog, long nextOffset) {
        require(TaskPhase.RESTORING);
        locked(() -> state.commitRestored(changelog, nextOffset));
    }

    /** Of this changelog, everything was restored and committed. */
    public void restored(TopicPartition changelog) {
        require(TaskPhase.RESTORING);
        locked(() -> state.restored(changelog));
    }

    /**
     * Takes over what an earlier life of the task committed: offsets, and the partition times and operators' marks that came
     * with them. Call before {@link #add}.
     */
    public void resumeFrom(
            Map<TopicPartition, Long> committedOffsets,
            Map<TopicPartition, Long> partitionTimes,
            Map<String, Long> marks) {
        progress = new TaskProgress(committedOffsets, Map.of());
        intake.resumeFrom(partitionTimes);
        marks.forEach((name, timeMs) -> context.mark(name).moveTo(timeMs));
    }

    /** From now on also reads {@code partition}, whose topic must belong to a source of the task's subtopology. */
    public void readAlso(TopicPartition partition) {
        intake.read(queues.apply(partition));
    }

    // ---- work ----

    /** Queues records that were fetched from one of {@link #inputs}. */
    public void add(SourceBatch batch) {
        require(TaskPhase.RUNNING);
        intake.add(batch);
    }

    /** The inputs of which fetching is to be paused, because enough of them is queued; all others are to be fetched. */
    public Set<TopicPartition> fullInputs() {
        return intake.fullInputs();
    }

    /** Whether records are queued; they may still have to wait for other inputs. */
    public boolean hasBacklog() {
        return intake.hasBacklog();
    }

    /** Since when the task has been waiting for producers to fill an empty input, or -1. Ask under {@link #lock}. */
    public long idleSinceMs() {
        return intake.idleSinceMs();
    }

    /**
     * Processes up to {@code maxRecords} records, and after each of them the punctuations that stream time makes due.
     * Returns how many there were: fewer if the queues end, other inputs must be waited for, or a commit is requested.
     */
    public int process(int maxRecords) {
        require(TaskPhase.RUNNING);
        if (!intake.hasBacklog()) {
            return 0;
        }
        return lockedForBatch(() -> {
            intake.beginRound(context.wallClockMs());
            int processed = 0;
            while (processed < maxRecords && processNext()) {
                processed++;
                if (context.commitRequested()) {
                    break;
                }
            }
            commitNeeded |= processed > 0;
            return processed;
        });
    }

    private boolean processNext() {
        InputQueue input = intake.next();
        if (input == null) {
            return false;
        }
        context.turnTo(input);
        try {
            input.target().accept(input.key(), input.value(), input.timestamp(), input.headers());
        } catch (RuntimeException error) {
            throw context.taskFaults().unanswered(input.sourceName(), error);
        }
        input.finish();
        counters.recordProcessed();
        if (context.punctuations().dueAtStreamTime(intake.streamTimeMs())) {
            context.punctuations().atStreamTime(intake.streamTimeMs());
        }
        return true;
    }

    /** Whether {@link #punctuateWallClock} would call anything. */
    public boolean wallClockPunctuationDue() {
        return context.punctuations().dueAtWallClock(environment.clock().nowMs());
    }

    /** Calls the punctuators that wall-clock time makes due; returns how many. */
    public int punctuateWallClock() {
        require(TaskPhase.RUNNING);
        int called = lockedForBatch(() -> context.punctuations().atWallClock(context.wallClockMs()));
        commitNeeded |= called > 0;
        return called;
    }

    // ---- commit ----

    /** Whether anything happened since the last commit. */
    public boolean commitNeeded() {
        return commitNeeded || intake.progressed();
    }

    /** Whether user code, or the memory budget of the stores, asks for a commit now. */
    public boolean commitRequested() {
        return context.commitRequested() || state.commitWanted();
    }

    /** Drains the operators and hands all changes of the stores to the sink, as changelog records. */
    public void prepareCommit() {
        lockedForBatch(() -> {
            emitCached();
            state.prepareCommit(this::sendToChangelog, writeDue());
            return 0;
        });
    }

    /** Most of what a commit brings is overwritten by one of the next: so the database need not have it at once. */
    private boolean writeDue() {
        long nowMs = context.wallClockMs();
        boolean due = writesNext || nowMs - writtenMs >= environment.writeIntervalMs();
        if (due) {
            writtenMs = nowMs;
            writesNext = false;
        }
        return due;
    }

    /** When a commit last went to the database, in milliseconds of wall-clock time. */
    public long writtenMs() {
        return writtenMs;
    }

    /** There is time to spare: the next commit goes to the database, so that less is left for those that must. */
    public void writeWithNextCommit() {
        writesNext = true;
    }

    private void emitCached() {
        try {
            state.emitCached();
        } catch (RuntimeException error) {
            throw context.taskFaults().whileEmitting(error);
        }
    }

    /** For each input that progressed since the last commit: where the next life of the task is to go on. */
    public Map<TopicPartition, Long> committableOffsets() {
        return intake.progress();
    }

    /** The highest event time seen in each input, -1 for none: to be committed along with its offset. */
    public Map<TopicPartition, Long> partitionTimes() {
        return intake.partitionTimes();
    }

    /** How far operators have come that must not go over the same again: to be committed along with the offsets. */
    public Map<String, Long> marks() {
        return context.marks();
    }

    /**
     * The offsets are committed: commits the stores.
     *
     * @param acknowledged the next offset of every changelog that the worker's sink wrote; others' are ignored
     */
    public void completeCommit(Map<TopicPartition, Long> acknowledged) {
        Set<TopicPartition> own = new HashSet<>(state.changelogs().values());
        Map<TopicPartition, Long> contained = new HashMap<>(acknowledged);
        contained.putAll(intake.progress());
        contained.keySet().retainAll(own);
        locked(() -> state.commit(contained));
        noteProgress();
        intake.progressCommitted();
        context.commitDone();
        counters.committed();
        commitNeeded = false;
    }

    private void noteProgress() {
        Map<TopicPartition, Long> committed = new HashMap<>(progress.committedOffsets());
        committed.putAll(intake.progress());
        progress = new TaskProgress(committed, intake.endOffsets());
    }

    private void sendToChangelog(
            TopicPartition changelog,
            byte[] key,
            byte @Nullable [] value,
            long timestampMs,
            @Nullable Headers headers) {
        SendOrigin origin = Objects.requireNonNull(changelogOrigins.get(changelog));
        environment.sink().send(changelog.topic(), changelog.partition(), timestampMs, key, value, headers, origin);
    }

    // ---- the lock ----

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** As a batch needs it: wall-clock time read once, stores locked, global stores readable. */
    private int lockedForBatch(IntSupplier work) {
        context.wallClockIs(environment.clock().nowMs());
        lock.lock();
        globals.lock();
        try {
            return work.getAsInt();
        } finally {
            globals.unlock();
            lock.unlock();
        }
    }
}
