package dev.millrace.engine.task;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.engine.task.intake.InputQueue;
import dev.millrace.engine.task.intake.Intake;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.TaskState;
import dev.millrace.streams.processor.StateStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The global stores of an instance and what keeps them up to date: every record of every partition of their topics goes
 * through the processor of its store, at start as later, so restoring is nothing but catching up.
 *
 * <p>Stores have no changelog, because their topic is one. How far they are is committed with their content, so that a
 * restart goes on from there.
 *
 * <p>Belongs to the thread that reads the global topics. Others read the stores under {@link #readLock}: the lock is
 * exclusive, because a store may move entries around when it is read.
 */
public final class GlobalTask implements GlobalStores {
    private final TaskEnvironment environment;
    private final TaskContext context;
    private final TaskState state;
    private final Intake intake;
    private final List<Operator> operators;
    private final Lock lock;

    GlobalTask(TaskEnvironment environment, TaskContext context, List<Operator> operators) {
        this.environment = environment;
        this.context = context;
        this.state = context.state();
        this.lock = state.lock();
        this.intake = context.intake();
        this.operators = List.copyOf(operators);
    }

    /** Opens stores and processors. */
    public void open() {
        context.startAt(environment.clock().nowMs());
        locked(() -> {
            state.open(new StoreContext(context));
            operators.forEach(Operator::open);
        });
    }

    /** The partitions to read, each from the offset after what the stores contain: null for the beginning. */
    public Map<TopicPartition, @Nullable Long> positions() {
        return state.restorePositions();
    }

    /** Brings the stores up to date with records that follow those applied before, and makes that durable. */
    public void apply(SourceBatch batch) {
        locked(() -> {
            context.wallClockIs(environment.clock().nowMs());
            intake.add(batch);
            intake.beginRound(context.wallClockMs());
            for (InputQueue input = intake.next(); input != null; input = intake.next()) {
                context.turnTo(input);
                input.target().accept(input.key(), input.value(), input.timestamp(), input.headers());
                input.finish();
            }
            state.prepareCommit(GlobalTask::withoutChangelog, true);
            state.commit(intake.progress());
            intake.progressCommitted();
        });
    }

    private static void withoutChangelog(
            TopicPartition changelog,
            byte[] key,
            byte @Nullable [] value,
            long timestampMs,
            @Nullable Headers headers) {
        throw new IllegalStateException("A global store has no changelog, but something was to go to " + changelog);
    }

    /** Closes processors and stores. */
    public void close() {
        locked(() -> {
            try {
                operators.forEach(Operator::close);
            } finally {
                state.close();
            }
        });
    }

    /** The names of all global stores. */
    public Set<String> storeNames() {
        return state.storeNames();
    }

    @Override
    public @Nullable StateStore store(String name) {
        return state.store(name);
    }

    @Override
    public KeyValueState keyValues(String name) {
        return state.keyValues(name);
    }

    @Override
    public Lock readLock() {
        return lock;
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
