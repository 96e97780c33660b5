package dev.millrace.engine.operator.topic;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.RecordSink;
import dev.millrace.engine.port.SendOrigin;
import dev.millrace.state.BuiltInSerdes;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.topology.definition.Open;
import dev.millrace.topology.definition.SinkDefinition;
import dev.millrace.topology.definition.SinkDefinition.Content;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a topic: chooses topic and partitions, serializes, hands over.
 *
 * <p>A key that came from a source as the very same object is not serialized again if both serdes are known to agree on its
 * bytes (see {@link BuiltInSerdes}).
 *
 * <p>What cannot be serialized is answered for here, by the production exception handler. Whatever else goes wrong (user
 * code that chooses the topic or partition, a serializer of the wrong type) is the fault of the processor that sent the
 * record here, as in the reference.
 */
public final class SinkOperator extends Operator {
    private final Destination destination;
    private final Serializer<Object> keySerializer;
    private final Serializer<Object> valueSerializer;
    private final @Nullable Class<?> reusableKeyType;
    private final boolean writesUpdates;
    private final boolean splitsUpdates;
    private final SendOrigin origin;

    @SuppressWarnings("unchecked")
    public SinkOperator(SinkDefinition definition, OperatorContext context) {
        super(definition.name(), context);
        this.keySerializer =
                (Serializer<Object>) serializer("key", definition.keySerializer(), context::defaultKeySerde);
        this.valueSerializer =
                (Serializer<Object>) serializer("value", definition.valueSerializer(), context::defaultValueSerde);
        this.reusableKeyType = BuiltInSerdes.canonicallyWritten(keySerializer);
        this.writesUpdates = definition.content() == Content.TABLE_UPDATES;
        this.splitsUpdates = writesUpdates
                && OlderReaders.cannotReadBoth(context.appConfigs().get(StreamsConfig.UPGRADE_FROM_CONFIG));
        this.destination = new Destination(definition, context);
        this.origin = new SendOrigin(context.taskId(), name(), false, () -> context.faultContext(name()));
    }

    private Serializer<?> serializer(String part, @Nullable Serializer<?> own, Supplier<Serde<?>> configured) {
        try {
            return own != null
                    ? Open.completed(own, configured)
                    : configured.get().serializer();
        } catch (ConfigException missing) {
            throw new StreamsException("Sink " + name() + " has no " + part + " serde", missing);
        }
    }

    @Override
    public void connect(List<Operator> children) {
        if (!children.isEmpty()) {
            throw new IllegalArgumentException("Sink " + name() + " cannot have children, but is given "
                    + children.stream().map(Operator::name).toList());
        }
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        deliver(key, value, null, timestamp, headers);
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        if (splitsUpdates && newValue != null && oldValue != null) {
            deliver(key, null, oldValue, timestamp, headers);
            deliver(key, newValue, null, timestamp, headers);
        } else {
            deliver(key, newValue, oldValue, timestamp, headers);
        }
    }

    private void deliver(
            @Nullable Object key, @Nullable Object value, @Nullable Object oldValue, long timestamp, Headers headers) {
        String topic = destination.topic(key, value, timestamp, headers);
        Set<Integer> partitions = destination.partitions(topic, key, value);
        if (partitions != null && partitions.isEmpty()) {
            context().dropped(this, "the partitioner chose no partition");
            return;
        }
        byte[] keyBytes;
        byte[] valueBytes;
        boolean inKey = true;
        try {
            keyBytes = keyBytes(topic, headers, key);
            inKey = false;
            valueBytes = valueBytes(topic, headers, value, oldValue);
        } catch (ClassCastException mismatch) {
            throw incompatible(topic, inKey, inKey ? key : value, mismatch);
        } catch (RuntimeException error) {
            unserializable(topic, key, value, timestamp, inKey, error);
            return;
        }
        send(topic, partitions, timestamp, keyBytes, valueBytes, headers);
    }

    private byte @Nullable [] keyBytes(String topic, Headers headers, @Nullable Object key) {
        if (key != null && key.getClass() == reusableKeyType) {
            byte[] received = context().sourceKeyBytes(key);
            if (received != null) {
                return received;
            }
        }
        return keySerializer.serialize(topic, headers, key);
    }

    private byte @Nullable [] valueBytes(
            String topic, Headers headers, @Nullable Object value, @Nullable Object oldValue) {
        if (!writesUpdates) {
            return valueSerializer.serialize(topic, headers, value);
        }
        return TableUpdateFormat.write(
                value == null ? null : valueSerializer.serialize(topic, headers, value),
                oldValue == null ? null : valueSerializer.serialize(topic, headers, oldValue));
    }

    private void send(
            String topic,
            @Nullable Set<Integer> partitions,
            long timestamp,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers) {
        RecordSink sink = context().sink();
        if (partitions == null) {
            sink.send(topic, null, timestamp, key, value, headers, origin);
            return;
        }
        for (Integer partition : partitions) {
            sink.send(topic, partition, timestamp, key, value, headers, origin);
        }
    }

    // ---- what goes wrong ----

    private void unserializable(
            String topic,
            @Nullable Object key,
            @Nullable Object value,
            long timestamp,
            boolean inKey,
            RuntimeException error) {
        context().faults().unserializable(context().faultContext(name()), topic, key, value, timestamp, inKey, error);
        context().dropped(this, inKey ? "its key could not be serialized" : "its value could not be serialized");
    }

    private StreamsException incompatible(
            String topic, boolean inKey, @Nullable Object data, ClassCastException mismatch) {
        String part = inKey ? "key" : "value";
        Serializer<Object> serializer = inKey ? keySerializer : valueSerializer;
        return new StreamsException(
                "A " + part + " for topic " + topic + " is a "
                        + (data == null ? "null" : data.getClass().getName())
                        + ", which " + serializer.getClass().getName() + " does not take: give the right serde for it"
                        + " where the records are sent (in the DSL with Produced; for windowed keys one of WindowedSerdes),"
                        + " or set default." + part + ".serde",
                mismatch);
    }

    /** The processor that sent the record here answers. */
    @Override
    protected void onFailure(
            @Nullable Object key, @Nullable Object value, long timestamp, Headers headers, RuntimeException error) {
        throw error;
    }
}
