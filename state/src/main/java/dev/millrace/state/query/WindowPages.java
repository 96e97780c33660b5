package dev.millrace.state.query;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.facade.WindowFacade;
import dev.millrace.state.kind.WindowCursor;
import dev.millrace.state.kind.WindowRange;
import dev.millrace.state.kind.Windows;
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
    private final WindowFacade<?, ?> facade;
    private final ValueShape<F> shape;
    private WindowRange range;

    WindowPages(WindowFacade<?, ?> facade, ValueShape<F> shape, Lock lock, WindowRange range) {
        super(lock);
        this.facade = facade;
        this.shape = shape;
        this.range = range;
    }

    /** The window that the cursor is on. */
    abstract W window(Windows store, WindowCursor cursor);

    @Override
    final void read(Queue<KeyValue<W, F>> into, int count) {
        Windows store = facade.store();
        byte @Nullable [] place = null;
        try (WindowCursor cursor = store.scan(range)) {
            while (into.size() < count && cursor.next()) {
                Object value = store.values().read(cursor.held());
                long timestamp = store.shownTimestamp(cursor.timestamp());
                into.add(KeyValue.pair(window(store, cursor), shape.show(value, timestamp)));
                place = cursor.place();
            }
        }
        if (place != null) {
            range = range.behind(place);
        }
    }
}
