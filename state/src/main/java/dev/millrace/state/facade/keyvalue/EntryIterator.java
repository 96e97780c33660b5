package dev.millrace.state.facade.keyvalue;

import dev.millrace.state.facade.LookAheadIterator;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.keyvalue.KeyValues;
import dev.millrace.state.overlay.EntryCursor;

/** The entries of a key-value store, as user code sees them. */
final class EntryIterator<K, F> extends LookAheadIterator<K, F> {
    private final KeyValues store;
    private final EntryCursor cursor;
    private final ValueShape<F> shape;

    EntryIterator(KeyValues store, EntryCursor cursor, ValueShape<F> shape) {
        super(store.name());
        this.store = store;
        this.cursor = cursor;
        this.shape = shape;
    }

    @Override
    protected boolean advance() {
        return cursor.next();
    }

    @Override
    @SuppressWarnings("unchecked")
    protected K currentKey() {
        return (K) store.keys().decode(cursor.key());
    }

    @Override
    protected F currentValue() {
        return shape.show(store.values(), cursor.held(), store.shownTimestamp(cursor.timestamp()));
    }

    @Override
    protected void closeCursor() {
        cursor.close();
    }
}
