package dev.millrace.engine.operator.stateless;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.topology.definition.OperatorDefinition.SelectKey;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Forwards every record under a new key. */
public final class SelectKeyOperator extends Operator {
    private final KeyValueMapper<Object, Object, ?> mapper;

    public SelectKeyOperator(String name, OperatorContext context, SelectKey definition) {
        super(name, context);
        this.mapper = definition.mapper();
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        downstream().accept(mapper.apply(key, value), value, timestamp, headers);
    }
}
