package dev.millrace.engine.operator.table;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.topology.definition.OperatorDefinition.TableRegroup;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Turns an update of a row into updates of the groups that the row was in and is in: subtract there, add here.
 *
 * <p>If it is the same group, that is one update. Otherwise the old group is told first. A row that the mapper gives no key
 * or no value is in no group. Groups are made of latest rows: versions of the past are left out.
 */
public final class TableRegroupOperator extends Operator {
    private final KeyValueMapper<Object, Object, ?> mapper;
    private final boolean versioned;

    public TableRegroupOperator(String name, OperatorContext context, TableRegroup definition) {
        super(name, context);
        this.mapper = definition.mapper();
        this.versioned = definition.versioned();
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        if (versioned && context().ofThePast()) {
            return;
        }
        KeyValue<?, ?> added = placed(key, newValue);
        KeyValue<?, ?> removed = placed(key, oldValue);
        if (added != null && removed != null && added.key.equals(removed.key)) {
            downstream().update(added.key, added.value, removed.value, timestamp, headers);
            return;
        }
        if (removed != null) {
            downstream().update(removed.key, null, removed.value, timestamp, headers);
        }
        if (added != null) {
            downstream().update(added.key, added.value, null, timestamp, headers);
        }
    }

    /** The row as its group sees it, null if it is in none. */
    private @Nullable KeyValue<?, ?> placed(Object key, @Nullable Object value) {
        KeyValue<?, ?> placed = value == null ? null : (KeyValue<?, ?>) mapper.apply(key, value);
        return placed == null || placed.key == null || placed.value == null ? null : placed;
    }
}
