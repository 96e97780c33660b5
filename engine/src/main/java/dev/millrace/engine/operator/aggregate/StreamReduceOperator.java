package dev.millrace.engine.operator.aggregate;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.kstream.Reducer;
import dev.millrace.topology.definition.OperatorDefinition.StreamReduce;
import org.jspecify.annotations.Nullable;

/** Combines the values of each key, beginning with the first. */
public final class StreamReduceOperator extends KeyedAggregateOperator {
    private final Reducer<Object> reducer;

    public StreamReduceOperator(String name, OperatorContext context, StreamReduce definition) {
        super(name, context, definition.step());
        this.reducer = definition.reducer();
    }

    @Override
    @Nullable
    Object initial() {
        return null;
    }

    @Override
    @Nullable
    Object combined(Object key, Object value, @Nullable Object aggregate) {
        return aggregate == null ? value : reducer.apply(aggregate, value);
    }
}
