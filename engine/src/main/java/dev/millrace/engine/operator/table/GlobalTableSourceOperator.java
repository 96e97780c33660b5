package dev.millrace.engine.operator.table;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.state.KeyValueState;
import dev.millrace.topology.definition.OperatorDefinition.GlobalTableSource;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Keeps a global table's store. */
public final class GlobalTableSourceOperator extends Operator {
    private final String storeName;
    private @Nullable KeyValueState store;

    public GlobalTableSourceOperator(String name, OperatorContext context, GlobalTableSource definition) {
        super(name, context);
        this.storeName = definition.storeName();
    }

    @Override
    public void open() {
        store = context().keyValues(storeName);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        if (key == null) {
            context().dropped(this, "it has no key");
            return;
        }
        Objects.requireNonNull(store).put(key, value, timestamp);
    }
}
