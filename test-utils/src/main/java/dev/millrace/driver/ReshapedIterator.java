package dev.millrace.driver;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.WindowStoreIterator;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;

/**
 * A walk over a store that shows values in another shape.
 *
 * @param <F> the shape in the store
 * @param <G> the shape shown
 */
@NullUnmarked
sealed class ReshapedIterator<K, F, G> implements KeyValueIterator<K, G> {
    private final KeyValueIterator<K, F> entries;
    private final Function<F, G> shown;

    ReshapedIterator(KeyValueIterator<K, F> entries, Function<F, G> shown) {
        this.entries = entries;
        this.shown = shown;
    }

    @Override
    public boolean hasNext() {
        return entries.hasNext();
    }

    @Override
    public KeyValue<K, G> next() {
        KeyValue<K, F> next = entries.next();
        return new KeyValue<>(next.key, shown.apply(next.value));
    }

    @Override
    public K peekNextKey() {
        return entries.peekNextKey();
    }

    @Override
    public void close() {
        entries.close();
    }

    /** The same over the windows of one key. */
    @NullUnmarked
    static final class OfWindows<F, G> extends ReshapedIterator<Long, F, G> implements WindowStoreIterator<G> {
        OfWindows(WindowStoreIterator<F> windows, Function<F, G> shown) {
            super(windows, shown);
        }
    }
}
