package dev.millrace.state.query;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.keyvalue.KeyValues;
import dev.millrace.state.overlay.EntryCursor;
import dev.millrace.streams.KeyValue;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** The entries of a key-value store, page by page. */
final class EntryPages<K, F> extends PagedIterator<K, F> {
    private final StoreFacade<KeyValues> facade;
    private final ValueShape<F> shape;
    private final boolean descending;
    private final boolean committed;
    private byte @Nullable [] from;
    private byte @Nullable [] to;

    /**
     * @param from included; null for the first key
     * @param to excluded; null for past the last key
     * @param committed whether only what was committed last is wanted
     */
    EntryPages(
            StoreFacade<KeyValues> facade,
            ValueShape<F> shape,
            Lock lock,
            byte @Nullable [] from,
            byte @Nullable [] to,
            boolean descending,
            boolean committed) {
        super(lock);
        this.facade = facade;
        this.shape = shape;
        this.from = from;
        this.to = to;
        this.descending = descending;
        this.committed = committed;
    }

    @Override
    void read(Queue<KeyValue<K, F>> into, int count) {
        if (from != null && to != null && Arrays.compareUnsigned(from, to) >= 0) {
            return;
        }
        KeyValues store = facade.store();
        try (EntryCursor cursor =
                committed ? store.scanCommitted(from, to, descending) : store.scan(from, to, descending)) {
            while (into.size() < count && cursor.next()) {
                into.add(entry(store, cursor));
                goOnBehind(cursor.key());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private KeyValue<K, F> entry(KeyValues store, EntryCursor cursor) {
        F value = shape.show(store.values(), cursor.held(), store.shownTimestamp(cursor.timestamp()));
        return KeyValue.pair((K) store.keys().decode(cursor.key()), value);
    }

    private void goOnBehind(byte[] key) {
        if (descending) {
            to = key;
        } else {
            from = Arrays.copyOf(key, key.length + 1);
        }
    }
}
