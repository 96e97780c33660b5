package dev.millrace.state.facade.session;

import dev.millrace.state.facade.LookAheadIterator;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.session.SessionCursor;
import dev.millrace.state.session.Sessions;
import dev.millrace.streams.kstream.SessionWindow;
import dev.millrace.streams.kstream.Windowed;

/** Sessions, as user code sees them. */
final class SessionIterator<K, F> extends LookAheadIterator<Windowed<K>, F> {
    private final Sessions store;
    private final SessionCursor cursor;
    private final ValueShape<F> shape;

    SessionIterator(Sessions store, SessionCursor cursor, ValueShape<F> shape) {
        super(store.name());
        this.store = store;
        this.cursor = cursor;
        this.shape = shape;
    }

    @Override
    protected boolean advance() {
        return cursor.next();
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Windowed<K> currentKey() {
        SessionWindow session = new SessionWindow(cursor.startMs(), cursor.endMs());
        return new Windowed<>((K) store.keys().decode(cursor.key()), session);
    }

    @Override
    protected F currentValue() {
        return shape.show(store.values(), cursor.held(), Sessions.NO_TIMESTAMP);
    }

    @Override
    protected void closeCursor() {
        cursor.close();
    }
}
