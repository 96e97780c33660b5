package dev.millrace.engine.operator.table;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.TableOperator;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.Slot;
import dev.millrace.streams.kstream.Predicate;
import dev.millrace.topology.definition.OperatorDefinition.TableFilter;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows that pass a predicate, or those that do not. A row that no longer passes is deleted.
 *
 * <p>Where old values are known, an update between two rows that are both left out is left out too; otherwise it is sent
 * on as a deletion, because nobody knows whether the old row was in the table. In a versioned table a deletion is a version,
 * and so always sent on.
 */
public final class TableFilterOperator extends TableOperator {
    private final Predicate<Object, Object> predicate;
    private final boolean wanted;
    private final boolean versioned;

    public TableFilterOperator(String name, OperatorContext context, TableFilter definition) {
        super(name, context, definition.step());
        this.predicate = definition.predicate();
        this.wanted = !definition.negated();
        this.versioned = definition.versioned();
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        Object passed = passing(key, newValue);
        KeyValueState store = store();
        if (store != null) {
            keep(store, key, passed, timestamp, headers);
        } else if (!sendsOldValues()) {
            send(key, passed, null, timestamp, headers);
        } else {
            Object passedBefore = passing(key, oldValue);
            if (passed != null || passedBefore != null || versioned) {
                send(key, passed, passedBefore, timestamp, headers);
            }
        }
    }

    private void keep(KeyValueState store, Object key, @Nullable Object passed, long timestamp, Headers headers) {
        if (!sendsOldValues()) {
            replace(store, key, passed, timestamp, headers);
            return;
        }
        Slot slot = store.slot(key);
        Object kept = slot.value();
        if (passed != null || kept != null || versioned) {
            write(store, slot, key, passed, kept, timestamp, headers);
        }
    }

    private @Nullable Object passing(Object key, @Nullable Object value) {
        return value != null && predicate.test(key, value) == wanted ? value : null;
    }
}
