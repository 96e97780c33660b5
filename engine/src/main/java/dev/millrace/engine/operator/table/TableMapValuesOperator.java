package dev.millrace.engine.operator.table;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.TableOperator;
import dev.millrace.state.KeyValueState;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import dev.millrace.topology.definition.OperatorDefinition.TableMapValues;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Maps the value of every row; a row that is mapped to null is deleted. */
public final class TableMapValuesOperator extends TableOperator {
    private final ValueMapperWithKey<Object, Object, Object> mapper;

    public TableMapValuesOperator(String name, OperatorContext context, TableMapValues definition) {
        super(name, context, definition.step());
        this.mapper = definition.mapper();
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        Object mapped = mapped(key, newValue);
        KeyValueState store = store();
        if (store != null) {
            replace(store, key, mapped, timestamp, headers);
        } else {
            send(key, mapped, sendsOldValues() ? mapped(key, oldValue) : null, timestamp, headers);
        }
    }

    private @Nullable Object mapped(Object key, @Nullable Object value) {
        return value == null ? null : mapper.apply(key, value);
    }
}
