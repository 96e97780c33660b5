package dev.millrace.state.facade.window;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.window.WindowContent;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.streams.kstream.Windowed;

/** The windows of several keys, as user code sees them. */
final class WindowedIterator<K, F> extends WindowIterator<Windowed<K>, F> {

    WindowedIterator(WindowContent store, WindowCursor cursor, ValueShape<F> shape) {
        super(store, cursor, shape);
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Windowed<K> currentKey() {
        return new Windowed<>((K) store.keys().decode(cursor.key()), store.window(cursor.startMs()));
    }
}
