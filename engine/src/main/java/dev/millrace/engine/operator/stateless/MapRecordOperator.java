package dev.millrace.engine.operator.stateless;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.topology.definition.OperatorDefinition.MapRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Forwards what a mapper makes of key and value. */
public final class MapRecordOperator extends Operator {
    private final KeyValueMapper<Object, Object, ?> mapper;

    public MapRecordOperator(String name, OperatorContext context, MapRecord definition) {
        super(name, context);
        this.mapper = definition.mapper();
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        KeyValue<?, ?> mapped = (KeyValue<?, ?>) mapper.apply(key, value);
        if (mapped == null) {
            throw new NullPointerException("The mapper of node " + name()
                    + " returned null, which is not allowed: return a KeyValue, or use flatMap() to return none");
        }
        downstream().accept(mapped.key, mapped.value, timestamp, headers);
    }
}
