package dev.millrace.state.query;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.window.WindowContent;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.state.window.walk.WindowRange;
import dev.millrace.streams.state.WindowStoreIterator;
import java.util.concurrent.locks.Lock;

/** The windows of one key by their starts, page by page. */
final class StartPages<F> extends WindowPages<Long, F> implements WindowStoreIterator<F> {

    StartPages(
            StoreFacade<WindowContent> facade, ValueShape<F> shape, Lock lock, WindowRange range, boolean committed) {
        super(facade, shape, lock, range, committed);
    }

    @Override
    Long window(WindowContent store, WindowCursor cursor) {
        return cursor.startMs();
    }
}
