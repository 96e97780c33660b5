package dev.millrace.engine.operator.join;

import dev.millrace.engine.port.SourceBatch;
import dev.millrace.streams.kstream.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of another table that pass a predicate. */
final class FilteredRows extends TableRows {
    private final TableRows upstream;
    private final Predicate<Object, Object> predicate;
    private final boolean wanted;

    FilteredRows(TableRows upstream, Predicate<Object, Object> predicate, boolean wanted) {
        this.upstream = upstream;
        this.predicate = predicate;
        this.wanted = wanted;
    }

    @Override
    public @Nullable Object value(Object key) {
        return passing(key, upstream.value(key));
    }

    @Override
    public @Nullable Object valueAsOf(Object key, long timeMs) {
        return passing(key, upstream.valueAsOf(key, timeMs));
    }

    private @Nullable Object passing(Object key, @Nullable Object value) {
        return value != null && predicate.test(key, value) == wanted ? value : null;
    }

    @Override
    public long timestamp() {
        return upstream.timestamp();
    }

    @Override
    public void expect(SourceBatch batch) {
        upstream.expect(batch);
    }

    @Override
    public void close() {
        upstream.close();
    }
}
