package dev.millrace.state.facade;

import dev.millrace.state.kind.SessionCursor;
import dev.millrace.state.kind.Sessions;
import dev.millrace.streams.kstream.SessionWindow;
import dev.millrace.streams.kstream.Windowed;

/** Sessions, as user code sees them. */
final class SessionIterator<K, V> extends LookAheadIterator<Windowed<K>, V> {
    private final Sessions store;
    private final SessionCursor cursor;

    SessionIterator(Sessions store, SessionCursor cursor) {
        super(store.name());
        this.store = store;
        this.cursor = cursor;
    }

    @Override
    boolean advance() {
        return cursor.next();
    }

    @Override
    @SuppressWarnings("unchecked")
    Windowed<K> currentKey() {
        SessionWindow session = new SessionWindow(cursor.startMs(), cursor.endMs());
        return new Windowed<>((K) store.keys().decode(cursor.key()), session);
    }

    @Override
    @SuppressWarnings("unchecked")
    V currentValue() {
        return (V) store.values().read(cursor.held());
    }

    @Override
    void closeCursor() {
        cursor.close();
    }
}
