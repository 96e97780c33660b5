package dev.millrace.state.facade;

import dev.millrace.state.window.WindowContent;
import dev.millrace.state.window.WindowCursor;
import dev.millrace.streams.kstream.Windowed;

/** The windows of several keys, as user code sees them. */
final class WindowedIterator<K, F> extends LookAheadIterator<Windowed<K>, F> {
    private final WindowContent store;
    private final WindowCursor cursor;
    private final ValueShape<F> shape;

    WindowedIterator(WindowContent store, WindowCursor cursor, ValueShape<F> shape) {
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
    @SuppressWarnings("unchecked")
    Windowed<K> currentKey() {
        return new Windowed<>((K) store.keys().decode(cursor.key()), store.window(cursor.startMs()));
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
