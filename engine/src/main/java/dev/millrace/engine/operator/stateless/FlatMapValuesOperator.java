package dev.millrace.engine.operator.stateless;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import dev.millrace.topology.definition.OperatorDefinition.FlatMapValues;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Forwards a record for each of the values that a mapper makes of one; a value may be null. */
public final class FlatMapValuesOperator extends Operator {
    private final ValueMapperWithKey<Object, Object, ? extends Iterable<?>> mapper;

    public FlatMapValuesOperator(String name, OperatorContext context, FlatMapValues definition) {
        super(name, context);
        this.mapper = definition.mapper();
    }

    @Override
    public void expect(SourceBatch batch) {
        downstream().expect(batch);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        Iterable<?> values = mapper.apply(key, value);
        if (values == null) {
            throw new NullPointerException("The mapper of node " + name()
                    + " returned null, which is not allowed: return an empty collection for no records");
        }
        for (Object each : values) {
            downstream().accept(key, each, timestamp, headers);
        }
    }
}
