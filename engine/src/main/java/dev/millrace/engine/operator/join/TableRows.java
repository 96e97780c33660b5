package dev.millrace.engine.operator.join;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.Slot;
import dev.millrace.state.SuppressState;
import dev.millrace.streams.kstream.Predicate;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import dev.millrace.topology.definition.TableLookup;
import org.jspecify.annotations.Nullable;

/**
 * The current rows of a table, by key: read from its store, or computed from the rows of the table above where the table
 * itself is not kept.
 */
abstract class TableRows {

    /** The value of {@code key}, null if there is no such row. */
    abstract @Nullable Object value(Object key);

    /** Event time of the row that {@link #value} gave last, in milliseconds; of no meaning if it gave none. */
    abstract long timestamp();

    /** See {@link dev.millrace.engine.operator.Operator#expect}. */
    abstract void expect(SourceBatch batch);

    /** Follows a look-up down to its store. */
    static TableRows of(TableLookup lookup, OperatorContext context) {
        if (lookup instanceof TableLookup.InStore inStore) {
            return new Stored(context.keyValues(inStore.storeName()));
        }
        if (lookup instanceof TableLookup.Filtered filtered) {
            return new Filtered(of(filtered.upstream(), context), filtered.predicate(), !filtered.negated());
        }
        if (lookup instanceof TableLookup.Suppressed suppressed) {
            return new Suppressed(of(suppressed.upstream(), context), context.suppression(suppressed.bufferName()));
        }
        TableLookup.Mapped mapped = (TableLookup.Mapped) lookup;
        return new Mapped(of(mapped.upstream(), context), mapped.mapper());
    }

    /** The rows of a global table. */
    static TableRows ofGlobal(String storeName, OperatorContext context) {
        return new Stored(context.globalKeyValues(storeName));
    }

    /** Rows that are kept. */
    private static final class Stored extends TableRows {
        private final KeyValueState store;
        private long timestamp;

        Stored(KeyValueState store) {
            this.store = store;
        }

        @Override
        @Nullable
        Object value(Object key) {
            Slot slot = store.slot(key);
            timestamp = slot.timestamp();
            return slot.value();
        }

        @Override
        long timestamp() {
            return timestamp;
        }

        @Override
        void expect(SourceBatch batch) {
            store.expect(batch.size(), batch::key);
        }
    }

    /** The rows of another table that pass a predicate. */
    private static final class Filtered extends TableRows {
        private final TableRows upstream;
        private final Predicate<Object, Object> predicate;
        private final boolean wanted;

        Filtered(TableRows upstream, Predicate<Object, Object> predicate, boolean wanted) {
            this.upstream = upstream;
            this.predicate = predicate;
            this.wanted = wanted;
        }

        @Override
        @Nullable
        Object value(Object key) {
            Object value = upstream.value(key);
            return value != null && predicate.test(key, value) == wanted ? value : null;
        }

        @Override
        long timestamp() {
            return upstream.timestamp();
        }

        @Override
        void expect(SourceBatch batch) {
            upstream.expect(batch);
        }
    }

    /** The rows of another table as they were before the updates that are held back. */
    private static final class Suppressed extends TableRows {
        private final TableRows upstream;
        private final SuppressState buffer;
        private boolean held;

        Suppressed(TableRows upstream, SuppressState buffer) {
            this.upstream = upstream;
            this.buffer = buffer;
        }

        @Override
        @Nullable
        Object value(Object key) {
            held = buffer.holds(key);
            return held ? buffer.valueSent(key) : upstream.value(key);
        }

        /** Nobody knows when the value was sent that downstream has of a key that is held back. */
        @Override
        long timestamp() {
            return held ? -1 : upstream.timestamp();
        }

        @Override
        void expect(SourceBatch batch) {
            upstream.expect(batch);
        }
    }

    /** The rows of another table, mapped. */
    private static final class Mapped extends TableRows {
        private final TableRows upstream;
        private final ValueMapperWithKey<Object, Object, Object> mapper;

        Mapped(TableRows upstream, ValueMapperWithKey<Object, Object, Object> mapper) {
            this.upstream = upstream;
            this.mapper = mapper;
        }

        @Override
        @Nullable
        Object value(Object key) {
            Object value = upstream.value(key);
            return value == null ? null : mapper.apply(key, value);
        }

        @Override
        long timestamp() {
            return upstream.timestamp();
        }

        @Override
        void expect(SourceBatch batch) {
            upstream.expect(batch);
        }
    }
}
