package dev.millrace.engine.operator.row;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.topology.definition.TableLookup;
import org.jspecify.annotations.Nullable;

/**
 * The current rows of a table, by key: read from its store, or computed from the rows of the table above where the table
 * itself is not kept.
 */
public abstract class TableRows {

    /** The value of {@code key}, null if there is no such row. */
    public abstract @Nullable Object value(Object key);

    /** The value that {@code key} had at a time, as far as that is kept; else the current one. */
    public @Nullable Object valueAsOf(Object key, long timeMs) {
        return value(key);
    }

    /** Event time of the row that {@link #value} gave last, in milliseconds; of no meaning if it gave none. */
    public abstract long timestamp();

    /** See {@link Operator#expect}. */
    public abstract void expect(SourceBatch batch);

    /** Lets go of what user code holds. */
    public void close() {}

    /**
     * Follows a look-up down to its stores.
     *
     * @param node who looks up: user code that the look-up needs runs as if it were this node's
     */
    public static TableRows of(TableLookup lookup, Operator node, OperatorContext context) {
        if (lookup instanceof TableLookup.InStore inStore) {
            return new KeptRows(context.keyValues(inStore.storeName()));
        }
        if (lookup instanceof TableLookup.InWindowStore inStore) {
            return new WindowRows(context.windows(inStore.storeName()));
        }
        if (lookup instanceof TableLookup.InSessionStore inStore) {
            return new SessionRows(context.sessions(inStore.storeName()));
        }
        if (lookup instanceof TableLookup.Filtered filtered) {
            return new FilteredRows(of(filtered.upstream(), node, context), filtered.predicate(), !filtered.negated());
        }
        if (lookup instanceof TableLookup.Mapped mapped) {
            return new MappedRows(of(mapped.upstream(), node, context), mapped.mapper());
        }
        if (lookup instanceof TableLookup.Transformed transformed) {
            TableRows upstream = of(transformed.upstream(), node, context);
            return new TransformedRows(upstream, transformed.supplier(), node, context, lookup.storeNames());
        }
        if (lookup instanceof TableLookup.Suppressed suppressed) {
            TableRows upstream = of(suppressed.upstream(), node, context);
            return new SuppressedRows(upstream, context.suppression(suppressed.bufferName()));
        }
        TableLookup.Joined joined = (TableLookup.Joined) lookup;
        return new JoinedRows(of(joined.left(), node, context), of(joined.right(), node, context), joined);
    }

    /** The rows of a global table. */
    public static TableRows ofGlobal(String storeName, OperatorContext context) {
        return new KeptRows(context.globalKeyValues(storeName));
    }
}
