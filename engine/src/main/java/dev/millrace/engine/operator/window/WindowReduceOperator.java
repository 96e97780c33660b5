package dev.millrace.engine.operator.window;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.kstream.Reducer;
import dev.millrace.topology.definition.WindowedOperator.WindowReduce;
import org.jspecify.annotations.Nullable;

/** Combines the values of each key and window, beginning with the first. */
public final class WindowReduceOperator extends WindowOperator {
    private final Reducer<Object> reducer;

    public WindowReduceOperator(String name, OperatorContext context, WindowReduce definition) {
        super(name, context, definition.windows(), definition.emitsOnClose(), definition.step());
        this.reducer = definition.reducer();
    }

    @Override
    @Nullable
    Object initial() {
        return null;
    }

    @Override
    @Nullable
    Object combined(Object key, @Nullable Object value, @Nullable Object aggregate) {
        return aggregate == null ? value : reducer.apply(aggregate, value);
    }
}
