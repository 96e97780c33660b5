package dev.millrace.engine.operator.aggregate;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.TableOperator;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.Slot;
import dev.millrace.topology.definition.TableStep;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregate of each group of a table's rows: an update subtracts the old row, if the aggregate is there, and adds
 * the new one.
 */
abstract class RowAggregateOperator extends TableOperator {

    RowAggregateOperator(String name, OperatorContext context, TableStep step) {
        super(name, context, step);
    }

    @Override
    protected final void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        KeyValueState store = requiredStore();
        Slot slot = store.slot(key);
        Object before = slot.value();
        long resultTimestamp = Math.max(timestamp, slot.timestamp());
        Object after = before;
        if (oldValue != null && after != null) {
            after = subtracted(key, oldValue, after);
        }
        if (newValue != null) {
            after = added(key, newValue, after);
        }
        settle(store, slot, key, after, before, timestamp, resultTimestamp, headers);
    }

    abstract @Nullable Object subtracted(Object key, Object oldValue, Object aggregate);

    abstract @Nullable Object added(Object key, Object newValue, @Nullable Object aggregate);
}
