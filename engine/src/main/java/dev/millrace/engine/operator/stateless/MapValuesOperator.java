package dev.millrace.engine.operator.stateless;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import dev.millrace.topology.definition.OperatorDefinition.MapValues;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Forwards every record with a new value. */
public final class MapValuesOperator extends Operator {
    private final ValueMapperWithKey<Object, Object, Object> mapper;

    public MapValuesOperator(String name, OperatorContext context, MapValues definition) {
        super(name, context);
        this.mapper = definition.mapper();
    }

    @Override
    public void expect(SourceBatch batch) {
        downstream().expect(batch);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        downstream().accept(key, mapper.apply(key, value), timestamp, headers);
    }
}
