package dev.millrace.state.query;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.facade.window.WindowFacade;
import dev.millrace.state.window.walk.WindowRange;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.WindowKeyQuery;
import dev.millrace.streams.query.WindowRangeQuery;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** The queries of a window store: for the windows of a key, and for those of all keys, in a span of time. A cache is passed by. */
final class WindowQueries extends KindQueries {
    private final WindowFacade<?, ?> facade;
    private final Lock lock;
    private final boolean committed;

    WindowQueries(WindowFacade<?, ?> facade, Lock lock) {
        super(facade.store().position(), facade.store().caching());
        this.facade = facade;
        this.lock = lock;
        this.committed = facade.store().caching();
    }

    @Override
    @Nullable
    Lookup lookup(Query<?> query) {
        if (query instanceof WindowKeyQuery<?, ?> one) {
            return new Lookup(committed, () -> ofKey(one));
        }
        if (query instanceof WindowRangeQuery<?, ?> all && all.getKey().isEmpty()) {
            return new Lookup(committed, () -> ofAll(all));
        }
        return null;
    }

    private Object ofKey(WindowKeyQuery<?, ?> query) {
        byte[] key = facade.store().keys().encode(query.getKey());
        WindowRange range = WindowRange.ofKey(key, millis(query.getTimeFrom()), millis(query.getTimeTo()), false);
        return new StartPages<>(facade, shape(), lock, range, committed);
    }

    private Object ofAll(WindowRangeQuery<?, ?> query) {
        WindowRange range =
                WindowRange.ofKeys(null, null, millis(query.getTimeFrom()), millis(query.getTimeTo()), false);
        return new WindowedPages<>(facade, shape(), lock, range, committed);
    }

    /**
     * As in the reference: there is no event time in the answer of a timestamped store that does not keep it, and headers
     * are never there.
     */
    private ValueShape<?> shape() {
        return facade.spec().keepsTimestamps() ? ValueShape.stamped() : ValueShape.plain();
    }

    private static long millis(Optional<Instant> time) {
        return time.orElseThrow().toEpochMilli();
    }
}
