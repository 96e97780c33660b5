package dev.millrace.engine.operator.aggregate;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.kstream.Reducer;
import dev.millrace.topology.definition.OperatorDefinition.TableReduce;
import org.jspecify.annotations.Nullable;

/** Combines the rows of each group, beginning with the first. */
public final class TableReduceOperator extends RowAggregateOperator {
    private final Reducer<Object> adder;
    private final Reducer<Object> subtractor;

    public TableReduceOperator(String name, OperatorContext context, TableReduce definition) {
        super(name, context, definition.step());
        this.adder = definition.adder();
        this.subtractor = definition.subtractor();
    }

    @Override
    @Nullable
    Object subtracted(Object key, Object oldValue, Object aggregate) {
        return subtractor.apply(aggregate, oldValue);
    }

    @Override
    @Nullable
    Object added(Object key, Object newValue, @Nullable Object aggregate) {
        return aggregate == null ? newValue : adder.apply(aggregate, newValue);
    }
}
