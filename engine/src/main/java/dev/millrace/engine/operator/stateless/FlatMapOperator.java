package dev.millrace.engine.operator.stateless;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.topology.definition.OperatorDefinition.FlatMap;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Forwards each of the records that a mapper makes of one. */
public final class FlatMapOperator extends Operator {
    private final KeyValueMapper<Object, Object, ?> mapper;

    public FlatMapOperator(String name, OperatorContext context, FlatMap definition) {
        super(name, context);
        this.mapper = definition.mapper();
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        Iterable<?> mapped = (Iterable<?>) mapper.apply(key, value);
        if (mapped == null) {
            throw new NullPointerException("The mapper of node " + name()
                    + " returned null, which is not allowed: return an empty collection for no records");
        }
        for (Object element : mapped) {
            if (element == null) {
                throw new NullPointerException("The mapper of node " + name()
                        + " returned a collection that contains null instead of a KeyValue");
            }
            KeyValue<?, ?> pair = (KeyValue<?, ?>) element;
            downstream().accept(pair.key, pair.value, timestamp, headers);
        }
    }
}
