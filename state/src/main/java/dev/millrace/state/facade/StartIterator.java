package dev.millrace.state.facade;

import dev.millrace.state.window.WindowContent;
import dev.millrace.state.window.WindowCursor;
import dev.millrace.streams.state.WindowStoreIterator;

/** The windows of one key by their starts, as user code sees them. */
final class StartIterator<F> extends LookAheadIterator<Long, F> implements WindowStoreIterator<F> {
    private final WindowContent store;
    private final WindowCursor cursor;
    private final ValueShape<F> shape;

    StartIterator(WindowContent store, WindowCursor cursor, ValueShape<F> shape) {
        super(store.name());
        this.store = store;
        this.cursor = cursor;
        this.shape = shape;
    }

    @Override
    boolean advance() {
        return cursor.next();
    }

    @Override
    Long currentKey() {
        return cursor.startMs();
    }

    @Override
    F currentValue() {
        return shape.show(store.values(), cursor.held(), store.shownTimestamp(cursor.timestamp()));
    }

    @Override
    void closeCursor() {
        cursor.close();
    }
}
