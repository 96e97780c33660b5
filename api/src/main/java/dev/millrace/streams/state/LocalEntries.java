package dev.millrace.streams.state;

import dev.millrace.streams.KeyValue;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * The entries of several partitions, one partition after the other. Opens the next only when the one before is used up.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class LocalEntries<K, V> implements KeyValueIterator<K, V> {
    private final Iterator<KeyValueIterator<K, V>> partitions;
    private KeyValueIterator<K, V> current;

    private LocalEntries(Iterator<KeyValueIterator<K, V>> partitions) {
        this.partitions = partitions;
    }

    static <S, K, V> KeyValueIterator<K, V> of(List<S> stores, Function<S, KeyValueIterator<K, V>> query) {
        return new LocalEntries<>(stores.stream().map(query).iterator());
    }

    @Override
    public boolean hasNext() {
        while (current == null || !current.hasNext()) {
            close();
            if (!partitions.hasNext()) {
                return false;
            }
            current = partitions.next();
        }
        return true;
    }

    @Override
    public KeyValue<K, V> next() {
        requireNext();
        return current.next();
    }

    @Override
    public K peekNextKey() {
        requireNext();
        return current.peekNextKey();
    }

    private void requireNext() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more entries");
        }
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
