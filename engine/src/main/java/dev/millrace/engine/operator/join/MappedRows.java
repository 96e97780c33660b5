package dev.millrace.engine.operator.join;

import dev.millrace.engine.port.SourceBatch;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import org.jspecify.annotations.Nullable;

/** The rows of another table, mapped. */
final class MappedRows extends TableRows {
    private final TableRows upstream;
    private final ValueMapperWithKey<Object, Object, Object> mapper;

    MappedRows(TableRows upstream, ValueMapperWithKey<Object, Object, Object> mapper) {
        this.upstream = upstream;
        this.mapper = mapper;
    }

    @Override
    public @Nullable Object value(Object key) {
        return mapped(key, upstream.value(key));
    }

    @Override
    public @Nullable Object valueAsOf(Object key, long timeMs) {
        return mapped(key, upstream.valueAsOf(key, timeMs));
    }

    private @Nullable Object mapped(Object key, @Nullable Object value) {
        return value == null ? null : mapper.apply(key, value);
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
