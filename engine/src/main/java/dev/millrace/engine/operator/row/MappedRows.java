package dev.millrace.engine.operator.row;

import dev.millrace.streams.kstream.ValueMapperWithKey;
import org.jspecify.annotations.Nullable;

/** The rows of another table, mapped. */
final class MappedRows extends DerivedRows {
    private final ValueMapperWithKey<Object, Object, Object> mapper;

    MappedRows(TableRows upstream, ValueMapperWithKey<Object, Object, Object> mapper) {
        super(upstream);
        this.mapper = mapper;
    }

    @Override
    @Nullable
    Object derived(Object key, @Nullable Object value) {
        return value == null ? null : mapper.apply(key, value);
    }
}
