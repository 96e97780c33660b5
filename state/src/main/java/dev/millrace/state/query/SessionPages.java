package dev.millrace.state.query;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.session.SessionCursor;
import dev.millrace.state.session.SessionRange;
import dev.millrace.state.session.Sessions;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.SessionWindow;
import dev.millrace.streams.kstream.Windowed;
import java.util.Queue;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** The sessions of a session store, page by page. */
final class SessionPages<K, F> extends PagedIterator<Windowed<K>, F> {
    private final StoreFacade<Sessions> facade;
    private final ValueShape<F> shape;
    private final boolean committed;
    private SessionRange range;

    /** @param committed whether to show what was committed last, and not what was written since */
    SessionPages(StoreFacade<Sessions> facade, ValueShape<F> shape, Lock lock, SessionRange range, boolean committed) {
        super(lock);
        this.facade = facade;
        this.shape = shape;
        this.range = range;
        this.committed = committed;
    }

    @Override
    void read(Queue<KeyValue<Windowed<K>, F>> into, int count) {
        Sessions store = facade.store();
        byte @Nullable [] place = null;
        try (SessionCursor cursor = committed ? store.scanCommitted(range) : store.scan(range)) {
            while (into.size() < count && cursor.next()) {
                into.add(session(store, cursor));
                place = cursor.place();
            }
        }
        if (place != null) {
            range = range.behind(place);
        }
    }

    @SuppressWarnings("unchecked")
    private KeyValue<Windowed<K>, F> session(Sessions store, SessionCursor cursor) {
        SessionWindow session = new SessionWindow(cursor.startMs(), cursor.endMs());
        Windowed<K> key = new Windowed<>((K) store.keys().decode(cursor.key()), session);
        return KeyValue.pair(key, shape.show(store.values(), cursor.held(), Sessions.NO_TIMESTAMP));
    }
}
