package dev.millrace.engine.operator.aggregate;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.topology.definition.OperatorDefinition.TableAggregate;
import org.jspecify.annotations.Nullable;

/** Aggregates the rows of each group, beginning with what an initializer gives. */
public final class TableAggregateOperator extends RowAggregateOperator {
    private final Initializer<Object> initializer;
    private final Aggregator<Object, Object, Object> adder;
    private final Aggregator<Object, Object, Object> subtractor;

    public TableAggregateOperator(String name, OperatorContext context, TableAggregate definition) {
        super(name, context, definition.step());
        this.initializer = definition.initializer();
        this.adder = definition.adder();
        this.subtractor = definition.subtractor();
    }

    @Override
    @Nullable
    Object subtracted(Object key, Object oldValue, Object aggregate) {
        return subtractor.apply(key, oldValue, aggregate);
    }

    @Override
    @Nullable
    Object added(Object key, Object newValue, @Nullable Object aggregate) {
        return adder.apply(key, newValue, aggregate == null ? initializer.apply() : aggregate);
    }
}
