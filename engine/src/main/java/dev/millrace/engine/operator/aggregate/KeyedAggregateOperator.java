package dev.millrace.engine.operator.aggregate;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.TableOperator;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.Slot;
import dev.millrace.topology.definition.TableStep;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Combines each record of a stream with the aggregate of its key. Records without key or value are left out. */
abstract class KeyedAggregateOperator extends TableOperator {

    KeyedAggregateOperator(String name, OperatorContext context, TableStep step) {
        super(name, context, step);
    }

    @Override
    public final void expect(SourceBatch batch) {
        requiredStore().expect(batch.size(), batch::key);
    }

    @Override
    protected final void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        if (key == null || value == null) {
            context().dropped(this, key == null ? "it has no key" : "it has no value");
            return;
        }
        KeyValueState store = requiredStore();
        Slot slot = store.slot(key);
        Object stored = slot.value();
        Object before = stored == null ? initial() : stored;
        long resultTimestamp = Math.max(timestamp, slot.timestamp());
        Object after = combined(key, value, before);
        settle(store, slot, key, after, before, timestamp, resultTimestamp, headers);
    }

    /** What a key without an aggregate begins with; children that want old values see it as the first of them. */
    abstract @Nullable Object initial();

    /** The new aggregate; null deletes. */
    abstract @Nullable Object combined(Object key, Object value, @Nullable Object aggregate);
}
