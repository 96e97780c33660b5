package dev.millrace.state.query;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.facade.keyvalue.KeyValueFacade;
import dev.millrace.state.facade.keyvalue.VersionedStore;
import dev.millrace.state.facade.session.SessionFacade;
import dev.millrace.state.facade.window.WindowFacade;
import dev.millrace.state.kind.HeaderUse;
import dev.millrace.state.kind.StorePosition;
import dev.millrace.state.kind.StoreQueries;
import dev.millrace.state.versioned.SuppliedVersions;
import dev.millrace.state.versioned.VersionedValues;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.query.FailureReason;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Answers the queries to the stores of one task (KIP-796), under the task's lock.
 *
 * <p>An answer comes in three steps: is the query known, has the store come as far as is asked, what does it say. Results that
 * have many entries are read page by page, after this is over.
 */
public final class LockedQueries implements StoreQueries {
    /** As a partition: all of them. */
    private static final int EVERY_PARTITION = -1;

    private final Lock lock;
    private final int partition;

    /**
     * @param lock held by the task while it works on its stores
     * @param partition the partition number of the task, negative for global stores, which have all
     */
    public LockedQueries(Lock lock, int partition) {
        this.lock = lock;
        this.partition = Math.max(partition, EVERY_PARTITION);
    }

    private @Nullable KindQueries ofKind(StateStore store) {
        if (store instanceof KeyValueFacade<?, ?> keyValues) {
            return new KeyValueQueries(keyValues, lock);
        }
        if (store instanceof WindowFacade<?, ?> windows) {
            return new WindowQueries(windows, lock);
        }
        if (store instanceof VersionedStore<?, ?> versions && versions.store() instanceof VersionedValues ours) {
            return new VersionQueries(ours);
        }
        if (store instanceof SessionFacade<?, ?> sessions) {
            return new SessionQueries(sessions, lock);
        }
        return null;
    }

    /** The versions that a store of the user's keeps: it is the one to ask. */
    private static @Nullable SuppliedVersions supplied(StateStore store) {
        return store instanceof VersionedStore<?, ?> versions && versions.store() instanceof SuppliedVersions supplied
                ? supplied
                : null;
    }

    @Override
    public Position position(StateStore store) {
        lock.lock();
        try {
            SuppliedVersions supplied = supplied(store);
            if (supplied != null) {
                return supplied.supplied().getPosition();
            }
            KindQueries kind = ofKind(store);
            return kind == null ? positionWithoutQueries(store) : kind.shownPosition();
        } finally {
            lock.unlock();
        }
    }

    /** A store that knows no query may still know how far it has come. */
    private static Position positionWithoutQueries(StateStore store) {
        StorePosition position =
                store instanceof StoreFacade<?> ours ? ours.store().position() : null;
        return position == null ? Position.emptyPosition() : position.current();
    }

    @Override
    public <R> QueryResult<R> answer(StateStore store, Query<R> query, PositionBound bound, QueryConfig config) {
        lock.lock();
        try {
            SuppliedVersions supplied = supplied(store);
            if (supplied != null) {
                return new SuppliedVersionQueries(supplied, bound, config).answer(query);
            }
            KindQueries kind = ofKind(store);
            Lookup lookup = kind == null || isSilent(store) ? null : kind.lookup(query);
            if (kind == null || lookup == null) {
                Position position = kind == null ? positionWithoutQueries(store) : kind.unansweredPosition();
                QueryResult<R> unknown = QueryResult.forUnknownQueryType(query, store);
                return at(position, unknown, "Store " + store.name() + " does not know the query, at ", config);
            }
            Position position = lookup.committed()
                    ? kind.position().lastCommitted()
                    : kind.position().current();
            String story = "Store " + store.name() + " answered "
                    + (lookup.committed() ? "as of its last commit" : "with what is not committed yet") + ", at ";
            return at(position, answer(store, query, lookup, position, bound), story, config);
        } finally {
            lock.unlock();
        }
    }

    /** Says of an answer where the store is, and how it came about if that is asked. */
    private static <R> QueryResult<R> at(Position position, QueryResult<R> answer, String story, QueryConfig config) {
        answer.setPosition(position);
        if (config.isCollectExecutionInfo()) {
            answer.addExecutionInfo(story + position);
        }
        return answer;
    }

    /** A store that keeps headers on disk answers no queries, unless it is for closing sessions: as in the reference. */
    private static boolean isSilent(StateStore store) {
        return store instanceof StoreFacade<?> ours
                && ours.persistent()
                && ours.spec().headers() == HeaderUse.KEPT
                && !(ours instanceof SessionFacade<?, ?>
                        && Objects.requireNonNull(ours.spec().windows()).timeOrdered());
    }

    @SuppressWarnings("unchecked")
    private <R> QueryResult<R> answer(
            StateStore store, Query<R> query, Lookup lookup, Position position, PositionBound bound) {
        if (!reaches(position, bound)) {
            return QueryResult.notUpToBound(position, bound, partition);
        }
        try {
            return QueryResult.forResult((R) lookup.read().get());
        } catch (RuntimeException failure) {
            return QueryResult.forFailure(
                    FailureReason.STORE_EXCEPTION,
                    "Store " + store.name() + " failed to answer " + query + ": " + failure);
        }
    }

    /** Of a bound, only what it says of the store's own partition counts: the store reads no other. */
    private boolean reaches(Position position, PositionBound bound) {
        Position wanted = bound.position();
        for (String topic : wanted.getTopics()) {
            Map<Integer, Long> there = position.getPartitionPositions(topic);
            for (Map.Entry<Integer, Long> input :
                    wanted.getPartitionPositions(topic).entrySet()) {
                boolean ours = partition == EVERY_PARTITION || partition == input.getKey();
                if (ours && there.getOrDefault(input.getKey(), -1L) < input.getValue()) {
                    return false;
                }
            }
        }
        return true;
    }
}
