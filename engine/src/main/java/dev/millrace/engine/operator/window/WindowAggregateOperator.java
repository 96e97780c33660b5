package dev.millrace.engine.operator.window;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.topology.definition.WindowedOperator.WindowAggregate;
import org.jspecify.annotations.Nullable;

/** Aggregates the values of each key and window, beginning with what an initializer gives. */
public final class WindowAggregateOperator extends WindowOperator {
    private final Initializer<Object> initializer;
    private final Aggregator<Object, Object, Object> aggregator;

    public WindowAggregateOperator(String name, OperatorContext context, WindowAggregate definition) {
        super(name, context, definition.windows(), definition.emitsOnClose(), definition.step());
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
    Object combined(Object key, @Nullable Object value, @Nullable Object aggregate) {
        return aggregator.apply(key, value, aggregate);
    }
}
