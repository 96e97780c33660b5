package dev.millrace.engine.operator.join;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.TableOperator;
import dev.millrace.state.KeyValueState;
import dev.millrace.topology.definition.OperatorDefinition.TableMerge;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The result of a join of two tables by key: what either side gives. Which value an update replaces, the sides know. */
public final class TableMergeOperator extends TableOperator {

    public TableMergeOperator(String name, OperatorContext context, TableMerge definition) {
        super(name, context, definition.step());
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        KeyValueState store = store();
        if (store == null) {
            send(key, newValue, oldValue, timestamp, headers);
        } else {
            keep(store, key, newValue, oldValue, timestamp, headers);
        }
    }
}
