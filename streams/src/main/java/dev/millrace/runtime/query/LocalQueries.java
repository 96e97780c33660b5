package dev.millrace.runtime.query;

import dev.millrace.engine.task.GlobalStores;
import dev.millrace.engine.task.Task;
import dev.millrace.engine.task.TaskPhase;
import dev.millrace.engine.worker.Worker;
import dev.millrace.engine.worker.WorkerPhase;
import dev.millrace.state.query.StoreViews;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StoreQueryParameters;
import dev.millrace.streams.errors.InvalidStateStoreException;
import dev.millrace.streams.errors.InvalidStateStorePartitionException;
import dev.millrace.streams.errors.StreamsNotStartedException;
import dev.millrace.streams.errors.StreamsRebalancingException;
import dev.millrace.streams.errors.StreamsStoppedException;
import dev.millrace.streams.errors.UnknownStateStoreException;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.query.StateQueryRequest;
import dev.millrace.streams.query.StateQueryResult;
import dev.millrace.streams.spi.LocalStores;
import dev.millrace.streams.state.QueryableStoreType;
import dev.millrace.topology.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stores of this instance, to read from any thread: each call of a view finds the running tasks that hold the store now, and
 * reads under their locks. So a view can be handed out before the store is there, and stays good through rebalances; while the
 * store is being moved, or is elsewhere, or closed for good, its calls fail with an {@code InvalidStateStoreException}.
 */
public final class LocalQueries {
    private final Plan plan;
    private final Supplier<State> state;
    private final Supplier<Collection<Worker>> workers;
    private final @Nullable GlobalStores globals;

    public LocalQueries(
            Plan plan, Supplier<State> state, Supplier<Collection<Worker>> workers, @Nullable GlobalStores globals) {
        this.plan = plan;
        this.state = state;
        this.workers = workers;
        this.globals = globals;
    }

    /** What {@code KafkaStreams.store} returns. */
    public <T> T store(StoreQueryParameters<T> wanted) {
        String name = wanted.storeName();
        requireStarted(name);
        if (isOver()) {
            throw new IllegalStateException(over(name));
        }
        requireKnown(name);
        return wanted.queryableStoreType()
                .create(new PartitionStores(wanted.partition(), wanted.staleStoresEnabled()), name);
    }

    /** What {@code KafkaStreams.query} returns. */
    public <R> StateQueryResult<R> query(StateQueryRequest<R> request) {
        requireKnown(request.getStoreName());
        requireStarted(request.getStoreName());
        if (isOver()) {
            throw new StreamsStoppedException(over(request.getStoreName()));
        }
        return new StateQueries<>(request).ask(workers.get(), globals);
    }

    private void requireStarted(String name) {
        if (state.get().hasNotStarted()) {
            throw new StreamsNotStartedException(
                    "Store " + name + " cannot be read yet: start the KafkaStreams client first");
        }
    }

    private boolean isOver() {
        return !state.get().isRunningOrRebalancing();
    }

    private String over(String name) {
        return "Store " + name + " cannot be read any more: the client is " + state.get();
    }

    private void requireKnown(String name) {
        boolean known = plan.definition().stores().containsKey(name)
                || plan.definition().globalStores().containsKey(name);
        if (!known) {
            throw new UnknownStateStoreException("There is no store " + name + " in the topology; there are "
                    + plan.definition().stores().keySet() + " and, global, "
                    + plan.definition().globalStores().keySet());
        }
    }

    private InvalidStateStoreException notHere(String name, @Nullable Integer partition, boolean stale) {
        if (state.get() == State.REBALANCING && !(stale && partition != null)) {
            return new InvalidStateStoreException(notYet(name));
        }
        if (partition != null) {
            return new InvalidStateStorePartitionException(
                    "Partition " + partition + " of store " + name + " is not on this instance, or does not exist");
        }
        return new InvalidStateStoreException(
                "Store " + name + " is not on this instance: find out which instance has it, and ask there");
    }

    private static InvalidStateStoreException ofAnotherKind(StateStore store, QueryableStoreType<?> type) {
        return new InvalidStateStoreException(
                "Store " + store.name() + " is a " + store.getClass().getSimpleName() + ", which "
                        + type.getClass().getSimpleName() + " does not accept: ask for another type");
    }

    private static String notYet(String name) {
        return "Store " + name + " is being moved or restored: try again when the client is RUNNING";
    }

    /** The local stores, or those of one partition number; where the reader wants them, also those that are being restored. */
    private final class PartitionStores implements LocalStores {
        private final @Nullable Integer partition;
        private final boolean stale;

        PartitionStores(@Nullable Integer partition, boolean stale) {
            this.partition = partition;
            this.stale = stale;
        }

        @Override
        public <T> List<T> stores(String storeName, QueryableStoreType<T> type) {
            if (isOver()) {
                throw new InvalidStateStoreException(over(storeName));
            }
            Views<T> views = new Views<>(type);
            StateStore global = globals == null ? null : globals.store(storeName);
            if (global != null && globals != null) {
                views.add(global, globals.readLock());
            }
            boolean incomplete = false;
            for (Worker worker : workers.get()) {
                // Asked before its tasks are: what becomes complete meanwhile does no harm.
                incomplete |= worker.phase() == WorkerPhase.PARTITIONS_ASSIGNED;
                worker.tasks().forEach(task -> addFrom(task, storeName, views));
            }
            if (incomplete && !stale && global == null && (partition == null || views.accepted.isEmpty())) {
                throw new StreamsRebalancingException(notYet(storeName));
            }
            if (views.accepted.isEmpty()) {
                throw views.refused == null ? notHere(storeName, partition, stale) : ofAnotherKind(views.refused, type);
            }
            return views.accepted;
        }

        private void addFrom(Task task, String storeName, Views<?> views) {
            boolean wanted = partition == null || partition == task.id().partition();
            if (wanted && isReadable(task)) {
                task.lock().lock();
                try {
                    StateStore store = isReadable(task) ? task.store(storeName) : null;
                    if (store != null) {
                        views.add(store, task.lock());
                    }
                } finally {
                    task.lock().unlock();
                }
            }
        }

        private boolean isReadable(Task task) {
            return stale ? task.phase().hasStores() : task.phase() == TaskPhase.RUNNING;
        }
    }

    /** The stores that were found, as one type sees them. */
    private static final class Views<T> {
        private final QueryableStoreType<T> type;
        private final List<T> accepted = new ArrayList<>();
        private @Nullable StateStore refused;

        Views(QueryableStoreType<T> type) {
            this.type = type;
        }

        void add(StateStore store, Lock lock) {
            if (type.accepts(store)) {
                accepted.add(StoreViews.view(store, type, lock));
            } else {
                refused = store;
            }
        }
    }
}
