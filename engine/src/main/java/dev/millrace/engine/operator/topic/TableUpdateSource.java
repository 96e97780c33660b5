package dev.millrace.engine.operator.topic;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.errors.StreamsException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The entry of a chain of table operators: turns the records that {@link TableUpdateDeserializer} read into updates. */
public final class TableUpdateSource extends Operator {

    public TableUpdateSource(String name, OperatorContext context) {
        super(name, context);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        if (key == null || value == null) {
            throw new StreamsException("A table update that source " + name()
                    + " read has no key; every record of its topic must have one");
        }
        TableUpdate update = (TableUpdate) value;
        downstream().update(key, update.newValue(), update.oldValue(), timestamp, headers);
    }
}
