package dev.millrace.engine.operator.aggregate;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.topology.definition.OperatorDefinition.StreamAggregate;
import org.jspecify.annotations.Nullable;

/** Aggregates the values of each key, beginning with what an initializer gives. */
public final class StreamAggregateOperator extends KeyedAggregateOperator {
    private final Initializer<Object> initializer;
    private final Aggregator<Object, Object, Object> aggregator;

    public StreamAggregateOperator(String name, OperatorContext context, StreamAggregate definition) {
        super(name, context, definition.step());
        this.initializer = definition.initializer();
        this.aggregator = definition.aggregator();
    }

    @Override
    @Nullable
    Object initial() {
        return initializer.apply();
    }

    @Override
    @Nullable
    Object combined(Object key, Object value, @Nullable Object aggregate) {
        return aggregator.apply(key, value, aggregate);
    }
}
