package dev.millrace.state.query;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.facade.session.SessionFacade;
import dev.millrace.state.session.SessionRange;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.WindowRangeQuery;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** The query of a session store: for the sessions of a key. A cache is passed by. */
final class SessionQueries extends KindQueries {
    private final SessionFacade<?, ?> facade;
    private final Lock lock;
    private final boolean committed;

    SessionQueries(SessionFacade<?, ?> facade, Lock lock) {
        super(facade.store().position(), facade.store().caching());
        this.facade = facade;
        this.lock = lock;
        this.committed = facade.store().caching();
    }

    @Override
    @Nullable
    Lookup lookup(Query<?> query) {
        if (query instanceof WindowRangeQuery<?, ?> range && range.getKey().isPresent()) {
            return new Lookup(committed, () -> ofKey(range.getKey().get()));
        }
        return null;
    }

    private Object ofKey(Object key) {
        byte[] bytes = facade.store().keys().encode(key);
        return new SessionPages<>(
                facade, ValueShape.plain(), lock, SessionRange.ofKey(bytes, 0, Long.MAX_VALUE, false), committed);
    }
}
