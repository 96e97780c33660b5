package dev.millrace.state.facade;

import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreQueries;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.TaskStore;
import dev.millrace.streams.errors.InvalidStateStoreException;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What the facades of all kinds share: their life.
 *
 * <p>Created closed; open from {@link #init} on; closed by who opened it. A task opens and closes its stores itself, so user
 * code that tries is told off.
 *
 * @param <S> the kind of store behind it
 */
public abstract class StoreFacade<S extends TaskStore> implements StateStore {
    private final StoreSpec spec;
    private final @Nullable StateStore supplied;
    private @Nullable StoreHost host;
    private @Nullable S store;
    private boolean open;

    /** @param supplied the user's own store that keeps the content; null if the task's database does */
    protected StoreFacade(StoreSpec spec, @Nullable StateStore supplied) {
        this.spec = spec;
        this.supplied = supplied;
    }

    /** Opens the store on a host, over what the user supplied, if so, which is open. */
    protected abstract S openOn(StoreHost opening);

    /** What was asked for. */
    public final StoreSpec spec() {
        return spec;
    }

    /** The store behind this facade; fails if it is not open. */
    public final S store() {
        S current = store;
        if (current == null || !open) {
            throw closed();
        }
        return current;
    }

    private InvalidStateStoreException closed() {
        return new InvalidStateStoreException("Store " + spec.name() + " is closed");
    }

    @Override
    public final String name() {
        return spec.name();
    }

    @Override
    public final void init(StateStoreContext context, StateStore root) {
        if (open) {
            throw onlyTheTaskMay("initialise");
        }
        StoreHost opening = context instanceof StoreHost task ? task : new StandaloneHost(context, root);
        if (supplied != null) {
            supplied.init(opening.contextOfSupplied(), root);
        }
        S opened = openOn(opening);
        host = opening;
        store = opened;
        open = true;
        opening.opened(opened);
    }

    @Override
    public final void close() {
        if (host == null || !open) {
            return;
        }
        if (!host.closing()) {
            throw onlyTheTaskMay("close");
        }
        open = false;
        if (store != null) {
            store.close();
        }
        if (supplied != null) {
            supplied.close();
        }
    }

    private UnsupportedOperationException onlyTheTaskMay(String what) {
        return new UnsupportedOperationException(
                "Only the task that owns store " + spec.name() + " may " + what + " it");
    }

    /** Nothing to do: the task writes what changed when it commits. */
    @Override
    @Deprecated
    public final void flush() {}

    /** The task commits what is in its database; a store that the user supplied has to be told. */
    @Override
    public final void commit(Map<TopicPartition, Long> changelogOffsets) {
        if (supplied != null) {
            supplied.commit(changelogOffsets);
        }
    }

    @Override
    @Deprecated
    public final boolean managesOffsets() {
        return supplied != null && supplied.managesOffsets();
    }

    @Override
    public final @Nullable Long committedOffset(TopicPartition partition) {
        return supplied == null ? null : supplied.committedOffset(partition);
    }

    // ---- queries ----

    @Override
    public final <R> QueryResult<R> query(Query<R> query, PositionBound positionBound, QueryConfig config) {
        return queries().answer(this, query, positionBound, config);
    }

    @Override
    public final Position getPosition() {
        return queries().position(this);
    }

    private StoreQueries queries() {
        if (host == null) {
            throw closed();
        }
        return host.queries();
    }

    // ---- what it is ----

    @Override
    public final boolean persistent() {
        return spec.persistent();
    }

    @Override
    public final boolean isOpen() {
        return open;
    }
}
