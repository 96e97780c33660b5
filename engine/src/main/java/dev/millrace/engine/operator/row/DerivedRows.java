package dev.millrace.engine.operator.row;

import dev.millrace.engine.port.SourceBatch;
import org.jspecify.annotations.Nullable;

/** Rows that are computed, each from the row with the same key of another table. */
abstract class DerivedRows extends TableRows {
    private final TableRows upstream;

    DerivedRows(TableRows upstream) {
        this.upstream = upstream;
    }

    /** What the other table's value becomes; null for no row. */
    abstract @Nullable Object derived(Object key, @Nullable Object value);

    @Override
    public final @Nullable Object value(Object key) {
        return derived(key, upstream.value(key));
    }

    @Override
    public final @Nullable Object valueAsOf(Object key, long timeMs) {
        return derived(key, upstream.valueAsOf(key, timeMs));
    }

    @Override
    public long timestamp() {
        return upstream.timestamp();
    }

    @Override
    public final void expect(SourceBatch batch) {
        upstream.expect(batch);
    }

    @Override
    public void close() {
        upstream.close();
    }
}
