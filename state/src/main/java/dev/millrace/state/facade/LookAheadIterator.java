package dev.millrace.state.facade;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.errors.InvalidStateStoreException;
import dev.millrace.streams.state.KeyValueIterator;
import java.util.NoSuchElementException;

/** An iterator over a cursor: it is always one step ahead, because it is asked whether there is more. */
public abstract class LookAheadIterator<K, F> implements KeyValueIterator<K, F> {
    private final String storeName;
    private boolean looked;
    private boolean found;
    private boolean closed;

    protected LookAheadIterator(String storeName) {
        this.storeName = storeName;
    }

    /** Moves the cursor; says if it is on something. */
    protected abstract boolean advance();

    /** The key of what the cursor is on. */
    protected abstract K currentKey();

    /** The value of what the cursor is on, as it is shown. */
    protected abstract F currentValue();

    protected abstract void closeCursor();

    @Override
    public final boolean hasNext() {
        if (closed) {
            throw new InvalidStateStoreException("This iterator over store " + storeName + " is closed");
        }
        if (!looked) {
            found = advance();
            looked = true;
        }
        return found;
    }

    @Override
    public final KeyValue<K, F> next() {
        requireNext();
        KeyValue<K, F> next = KeyValue.pair(currentKey(), currentValue());
        looked = false;
        return next;
    }

    @Override
    public final K peekNextKey() {
        requireNext();
        return currentKey();
    }

    private void requireNext() {
        if (!hasNext()) {
            throw new NoSuchElementException("The iterator over store " + storeName + " is at its end");
        }
    }

    @Override
    public final void close() {
        if (!closed) {
            closed = true;
            closeCursor();
        }
    }
}
