package dev.millrace.engine.operator.row;

import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.SessionState;
import dev.millrace.streams.kstream.Window;
import dev.millrace.streams.kstream.Windowed;
import org.jspecify.annotations.Nullable;

/** Rows that are kept in a session store, under keys with sessions. The end of a session is the time of its row. */
final class SessionRows extends TableRows {
    private final SessionState store;
    private long timestamp;

    SessionRows(SessionState store) {
        this.store = store;
    }

    @Override
    public @Nullable Object value(Object key) {
        Windowed<?> windowed = (Windowed<?>) key;
        Window session = windowed.window();
        timestamp = session.end();
        return store.slot(windowed.key(), session.start(), session.end()).value();
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    /** Which sessions will be asked for is not known beforehand. */
    @Override
    public void expect(SourceBatch batch) {}
}
