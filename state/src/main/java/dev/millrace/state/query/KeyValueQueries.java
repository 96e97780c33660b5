package dev.millrace.state.query;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.facade.keyvalue.KeyValueFacade;
import dev.millrace.state.keyvalue.KeyValues;
import dev.millrace.state.overlay.Entry;
import dev.millrace.state.overlay.EntryCursor;
import dev.millrace.streams.query.KeyQuery;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.RangeQuery;
import dev.millrace.streams.query.ResultOrder;
import dev.millrace.streams.query.TimestampedKeyQuery;
import dev.millrace.streams.query.TimestampedRangeQuery;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * The queries of a key-value store: for a key and for a range, each with and without event times.
 *
 * <p>A cache is consulted for keys, unless the query says not to, but not for ranges.
 */
final class KeyValueQueries extends KindQueries {
    private final KeyValueFacade<?, ?> facade;
    private final Lock lock;

    KeyValueQueries(KeyValueFacade<?, ?> facade, Lock lock) {
        super(facade.store().position(), false);
        this.facade = facade;
        this.lock = lock;
    }

    /** As in the reference: a query that the cache does not know reaches the store below, which is where it was committed. */
    @Override
    Position unansweredPosition() {
        return facade.store().caching()
                ? position().lastCommitted()
                : position().current();
    }

    @Override
    @Nullable
    Lookup lookup(Query<?> query) {
        if (query instanceof KeyQuery<?, ?> one) {
            return ofKey(one.getKey(), one.isSkipCache(), ValueShape.plain());
        }
        if (query instanceof RangeQuery<?, ?> range) {
            return ofRange(range.getLowerBound(), range.getUpperBound(), range.resultOrder(), ValueShape.plain());
        }
        return facade.spec().timestamped() ? stamped(query) : null;
    }

    private @Nullable Lookup stamped(Query<?> query) {
        if (query instanceof TimestampedKeyQuery<?, ?> one) {
            return ofKey(one.key(), one.isSkipCache(), ValueShape.stamped());
        }
        if (query instanceof TimestampedRangeQuery<?, ?> range) {
            return ofRange(range.lowerBound(), range.upperBound(), range.resultOrder(), ValueShape.stamped());
        }
        return null;
    }

    private Lookup ofKey(Object key, boolean skipCache, ValueShape<?> shape) {
        boolean committed = skipCache && facade.store().caching();
        return new Lookup(committed, () -> committed ? committed(key, shape) : current(key, shape));
    }

    private @Nullable Object current(Object key, ValueShape<?> shape) {
        return shape.show(facade.store().slot(key));
    }

    private @Nullable Object committed(Object key, ValueShape<?> shape) {
        KeyValues store = facade.store();
        byte[] bytes = store.keys().encode(key);
        if (store.emitsLater()) {
            Entry entry = store.entry(bytes);
            Object held = entry.emitted();
            return held == null
                    ? null
                    : shape.show(store.values(), held, store.shownTimestamp(entry.emittedTimestamp()));
        }
        try (EntryCursor found = store.scanCommitted(bytes, behind(bytes), false)) {
            return found.next()
                    ? shape.show(store.values(), found.held(), store.shownTimestamp(found.timestamp()))
                    : null;
        }
    }

    private Lookup ofRange(Optional<?> lower, Optional<?> upper, ResultOrder order, ValueShape<?> shape) {
        KeyValues store = facade.store();
        boolean committed = store.caching();
        return new Lookup(committed, () -> {
            byte[] from = lower.map(store.keys()::encode).orElse(null);
            byte[] to =
                    upper.map(store.keys()::encode).map(KeyValueQueries::behind).orElse(null);
            return new EntryPages<>(facade, shape, lock, from, to, order == ResultOrder.DESCENDING, committed);
        });
    }

    /** The first key after this one. */
    private static byte[] behind(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }
}
