package dev.millrace.state.query;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.errors.InvalidStateStoreException;
import dev.millrace.streams.state.KeyValueIterator;
import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.locks.Lock;

/**
 * An iterator that reads a page of entries while it holds the task's lock, and hands them out without it.
 *
 * <p>Each page shows the store as it is when the page is read: a long iteration may see some of what the task did meanwhile.
 * Keys come in order, none of them twice.
 */
abstract class PagedIterator<K, F> implements KeyValueIterator<K, F> {
    private static final int PAGE_ENTRIES = 256;

    private final Lock lock;
    private final Queue<KeyValue<K, F>> page = new ArrayDeque<>();
    private boolean last;
    private boolean closed;

    PagedIterator(Lock lock) {
        this.lock = lock;
    }

    /** Adds the entries that follow those read before, up to {@code count}. */
    abstract void read(Queue<KeyValue<K, F>> into, int count);

    @Override
    public final boolean hasNext() {
        if (closed) {
            throw new InvalidStateStoreException("This iterator is closed");
        }
        if (page.isEmpty() && !last) {
            turnPage();
        }
        return !page.isEmpty();
    }

    private void turnPage() {
        lock.lock();
        try {
            read(page, PAGE_ENTRIES);
        } finally {
            lock.unlock();
        }
        last = page.size() < PAGE_ENTRIES;
    }

    @Override
    public final KeyValue<K, F> next() {
        requireNext();
        return page.remove();
    }

    @Override
    public final K peekNextKey() {
        requireNext();
        return page.element().key;
    }

    private void requireNext() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more entries in this range");
        }
    }

    @Override
    public final void close() {
        closed = true;
        page.clear();
    }
}
