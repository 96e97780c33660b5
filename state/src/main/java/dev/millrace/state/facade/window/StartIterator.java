package dev.millrace.state.facade.window;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.window.WindowContent;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.streams.state.WindowStoreIterator;

/** The windows of one key by their starts, as user code sees them. */
final class StartIterator<F> extends WindowIterator<Long, F> implements WindowStoreIterator<F> {

    StartIterator(WindowContent store, WindowCursor cursor, ValueShape<F> shape) {
        super(store, cursor, shape);
    }

    @Override
    protected Long currentKey() {
        return cursor.startMs();
    }
}
