package dev.millrace.engine.operator.table;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.TableOperator;
import dev.millrace.state.KeyValueState;
import dev.millrace.topology.definition.OperatorDefinition.TableSource;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Takes every record as the new value of its key. Offsets decide, not timestamps: a record that is older than the row it
 * replaces replaces it all the same.
 */
public final class TableSourceOperator extends TableOperator {

    public TableSourceOperator(String name, OperatorContext context, TableSource definition) {
        super(name, context, definition.step());
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        if (key == null) {
            context().dropped(this, "it has no key");
            return;
        }
        KeyValueState store = store();
        if (store == null) {
            send(key, value, null, timestamp, headers);
        } else {
            replace(store, key, value, timestamp, headers);
        }
    }
}
