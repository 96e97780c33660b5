package dev.millrace.engine.operator.topic;

import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads what a sink of table updates wrote; the values in it with the deserializer of the table. */
public final class TableUpdateDeserializer implements Deserializer<TableUpdate> {
    private final Deserializer<?> values;

    public TableUpdateDeserializer(Deserializer<?> values) {
        this.values = values;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        values.configure(configs, isKey);
    }

    @Override
    public TableUpdate deserialize(String topic, byte @Nullable [] data) {
        byte[] update = present(topic, data);
        byte[] newValue = TableUpdateFormat.newValue(update);
        byte[] oldValue = TableUpdateFormat.oldValue(update);
        return new TableUpdate(
                newValue == null ? null : values.deserialize(topic, newValue),
                oldValue == null ? null : values.deserialize(topic, oldValue));
    }

    @Override
    public TableUpdate deserialize(String topic, Headers headers, byte @Nullable [] data) {
        byte[] update = present(topic, data);
        byte[] newValue = TableUpdateFormat.newValue(update);
        byte[] oldValue = TableUpdateFormat.oldValue(update);
        return new TableUpdate(
                newValue == null ? null : values.deserialize(topic, headers, newValue),
                oldValue == null ? null : values.deserialize(topic, headers, oldValue));
    }

    private static byte[] present(String topic, byte @Nullable [] data) {
        if (data == null) {
            throw new SerializationException(
                    "A record of topic " + topic + " has no value, but every record there must be a table update");
        }
        return data;
    }

    @Override
    public void close() {
        values.close();
    }
}
