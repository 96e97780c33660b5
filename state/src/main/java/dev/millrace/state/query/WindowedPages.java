package dev.millrace.state.query;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.window.WindowContent;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.state.window.walk.WindowRange;
import dev.millrace.streams.kstream.Windowed;
import java.util.concurrent.locks.Lock;

/** The windows of several keys, page by page. */
final class WindowedPages<K, F> extends WindowPages<Windowed<K>, F> {

    WindowedPages(
            StoreFacade<WindowContent> facade, ValueShape<F> shape, Lock lock, WindowRange range, boolean committed) {
        super(facade, shape, lock, range, committed);
    }

    @Override
    @SuppressWarnings("unchecked")
    Windowed<K> window(WindowContent store, WindowCursor cursor) {
        return new Windowed<>((K) store.keys().decode(cursor.key()), store.window(cursor.startMs()));
    }
}
