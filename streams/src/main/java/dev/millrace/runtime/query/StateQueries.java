package dev.millrace.runtime.query;

import dev.millrace.engine.task.GlobalStores;
import dev.millrace.engine.task.Task;
import dev.millrace.engine.task.TaskPhase;
import dev.millrace.engine.worker.Worker;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.query.FailureReason;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;
import dev.millrace.streams.query.StateQueryRequest;
import dev.millrace.streams.query.StateQueryResult;
import java.util.Collection;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Passes a request on to the stores of this instance, each under the lock of its task.
 *
 * <p>A task that is still being restored answers too, unless the request is for active tasks: how far its store has come is in
 * the answer, and a request can say how far it must have.
 */
final class StateQueries<R> {
    private final StateQueryRequest<R> request;
    private final StateQueryResult<R> result = new StateQueryResult<>();

    StateQueries(StateQueryRequest<R> request) {
        this.request = request;
    }

    StateQueryResult<R> ask(Collection<Worker> workers, @Nullable GlobalStores globals) {
        StateStore global = globals == null ? null : globals.store(request.getStoreName());
        if (global != null && globals != null) {
            result.setGlobalResult(ask(global, globals.readLock()));
        } else {
            workers.forEach(worker -> worker.tasks().forEach(this::ask));
        }
        if (!request.isAllPartitions()) {
            request.getPartitions().forEach(this::noteIfMissing);
        }
        return result;
    }

    private void ask(Task task) {
        int partition = task.id().partition();
        if (!request.isAllPartitions() && !request.getPartitions().contains(partition)) {
            return;
        }
        task.lock().lock();
        try {
            StateStore store = task.phase().hasStores() ? task.store(request.getStoreName()) : null;
            if (store != null) {
                result.addResult(partition, refusedUnlessActive(task) ? notActive(task) : ask(store, task.lock()));
            }
        } finally {
            task.lock().unlock();
        }
    }

    private boolean refusedUnlessActive(Task task) {
        return request.isRequireActive() && task.phase() != TaskPhase.RUNNING;
    }

    private QueryResult<R> notActive(Task task) {
        return QueryResult.forFailure(
                FailureReason.NOT_ACTIVE,
                "The request is for active tasks, but task " + task.id() + " is " + task.phase()
                        + ": ask again when it is " + TaskPhase.RUNNING);
    }

    private QueryResult<R> ask(StateStore store, Lock lock) {
        lock.lock();
        try {
            return store.query(
                    request.getQuery(), request.getPositionBound(), new QueryConfig(request.executionInfoEnabled()));
        } catch (RuntimeException failure) {
            return QueryResult.forFailure(
                    FailureReason.STORE_EXCEPTION,
                    "Store " + store.name() + " failed to answer " + request.getQuery() + ": " + failure);
        } finally {
            lock.unlock();
        }
    }

    private void noteIfMissing(int partition) {
        if (!result.getPartitionResults().containsKey(partition)) {
            result.addResult(
                    partition,
                    QueryResult.forFailure(
                            FailureReason.NOT_PRESENT,
                            "Partition " + partition + " of store " + request.getStoreName()
                                    + " is not on this instance now, or does not exist"));
        }
    }
}
