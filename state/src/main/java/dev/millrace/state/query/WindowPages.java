package dev.millrace.state.query;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.window.WindowContent;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.state.window.walk.WindowRange;
import dev.millrace.streams.KeyValue;
import java.util.Queue;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * The windows of a window store, page by page.
 *
 * @param <W> how a window is told: its key and bounds, or its start
 */
abstract class WindowPages<W, F> extends PagedIterator<W, F> {
    private final StoreFacade<WindowContent> facade;
    private final ValueShape<F> shape;
    private final boolean committed;
    private WindowRange range;

    /** @param committed whether only what was committed last is wanted */
    WindowPages(
            StoreFacade<WindowContent> facade, ValueShape<F> shape, Lock lock, WindowRange range, boolean committed) {
        super(lock);
        this.facade = facade;
        this.shape = shape;
        this.range = range;
        this.committed = committed;
    }

    /** The window that the cursor is on. */
    abstract W window(WindowContent store, WindowCursor cursor);

    @Override
    final void read(Queue<KeyValue<W, F>> into, int count) {
        WindowContent store = facade.store();
        byte @Nullable [] place = null;
        try (WindowCursor cursor = committed ? store.scanCommitted(range) : store.scan(range)) {
            while (into.size() < count && cursor.next()) {
                F value = shape.show(store.values(), cursor.held(), store.shownTimestamp(cursor.timestamp()));
                into.add(KeyValue.pair(window(store, cursor), value));
                place = cursor.place();
            }
        }
        if (place != null) {
            range = range.behind(place);
        }
    }
}
