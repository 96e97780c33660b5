package dev.millrace.engine.operator.stateless;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.streams.kstream.Predicate;
import dev.millrace.topology.definition.OperatorDefinition.Filter;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Forwards the records that pass a predicate, or those that do not. */
public final class FilterOperator extends Operator {
    private final Predicate<Object, Object> predicate;
    private final boolean wanted;

    public FilterOperator(String name, OperatorContext context, Filter definition) {
        super(name, context);
        this.predicate = definition.predicate();
        this.wanted = !definition.negated();
    }

    @Override
    public void expect(SourceBatch batch) {
        downstream().expect(batch);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        if (predicate.test(key, value) == wanted) {
            downstream().accept(key, value, timestamp, headers);
        }
    }
}
