package dev.millrace.state.facade.window;

import dev.millrace.state.facade.LookAheadIterator;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.window.WindowContent;
import dev.millrace.state.window.walk.WindowCursor;

/**
 * Windows, as user code sees them.
 *
 * @param <W> how a window is told: its key and bounds, or its start
 */
abstract sealed class WindowIterator<W, F> extends LookAheadIterator<W, F> permits StartIterator, WindowedIterator {
    final WindowContent store;
    final WindowCursor cursor;
    private final ValueShape<F> shape;

    WindowIterator(WindowContent store, WindowCursor cursor, ValueShape<F> shape) {
        super(store.name());
        this.store = store;
        this.cursor = cursor;
        this.shape = shape;
    }

    @Override
    protected final boolean advance() {
        return cursor.next();
    }

    @Override
    protected final F currentValue() {
        return shape.show(store.values(), cursor.held(), store.shownTimestamp(cursor.timestamp()));
    }

    @Override
    protected final void closeCursor() {
        cursor.close();
    }
}
