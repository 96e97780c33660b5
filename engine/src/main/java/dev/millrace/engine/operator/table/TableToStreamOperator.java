package dev.millrace.engine.operator.table;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Forwards the new value of every update as a record; a deletion becomes a record without a value. */
public final class TableToStreamOperator extends Operator {

    public TableToStreamOperator(String name, OperatorContext context) {
        super(name, context);
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        downstream().accept(key, newValue, timestamp, headers);
    }
}
