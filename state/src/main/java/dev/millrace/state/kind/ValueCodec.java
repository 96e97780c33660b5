package dev.millrace.state.kind;

import dev.millrace.state.BuiltInSerdes;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.overlay.ValueFormat;
import java.util.Objects;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The values of a store in their four forms.
 *
 * <pre>
 *   value   what operators and user code see
 *   held    what the overlay keeps: the value itself if its type is immutable, otherwise its payload
 *   payload what the serde writes, and the changelog gets
 *   stored  what the database keeps: event time and payload, or the payload alone
 * </pre>
 *
 * A value of immutable type is therefore serialized once per commit, however often its key was updated. Any other value is
 * serialized when it is written and deserialized whenever it is read, because user code may go on changing its object.
 */
public final class ValueCodec implements ValueFormat {
    private static final int OBJECT_BYTES = 24;

    private final String storeName;
    private final String topic;
    private final RecordOrigin origin;
    private final Serializer<Object> serializer;
    private final Deserializer<?> deserializer;
    private final boolean stamped;
    private final @Nullable Class<?> immutableType;

    /**
     * The values of a store of that kind on that host.
     *
     * @param stamped whether the stored form has the event time in it
     */
    public static ValueCodec of(StoreSpec spec, boolean stamped, StoreHost host) {
        Serde<?> serde = Objects.requireNonNullElseGet(spec.valueSerde(), host::defaultValueSerde);
        return new ValueCodec(spec.name(), host.changelogTopic(spec.name()), serde, stamped, host.origin());
    }

    @SuppressWarnings("unchecked")
    private ValueCodec(String storeName, String topic, Serde<?> serde, boolean stamped, RecordOrigin origin) {
        this.storeName = storeName;
        this.topic = topic;
        this.origin = origin;
        this.serializer = (Serializer<Object>) serde.serializer();
        this.deserializer = serde.deserializer();
        this.stamped = stamped;
        this.immutableType = BuiltInSerdes.immutableType(serde);
    }

    /** Whether the stored form has the event time in it. */
    boolean stamped() {
        return stamped;
    }

    /** The held form of a value; null if the serializer makes null of it. Fails if the value is of a type that does not fit. */
    @Nullable
    public Object hold(Object value) {
        return value.getClass() == immutableType ? value : serialize(value);
    }

    private byte @Nullable [] serialize(Object value) {
        try {
            return serializer.serialize(topic, origin.headers(), value);
        } catch (ClassCastException mismatch) {
            throw KeyCodec.wrongType(storeName, "value", serializer, value, mismatch);
        }
    }

    /** The value of a held one. */
    public Object read(Object held) {
        return immutableType != null ? held : deserializer.deserialize(topic, origin.headers(), (byte[]) held);
    }

    /** The payload of a held value. */
    public byte[] payload(Object held) {
        return immutableType != null ? serializer.serialize(topic, held) : (byte[]) held;
    }

    /** The held form of a payload. */
    public Object held(byte[] payload) {
        return immutableType != null ? deserializer.deserialize(topic, payload) : payload;
    }

    /** The stored form of a payload. */
    public byte[] stored(byte[] payload, long timestamp) {
        return stamped ? ChangelogFormat.stamp(payload, timestamp) : payload;
    }

    @Override
    public Object load(byte[] stored) {
        return held(stamped ? ChangelogFormat.valueOf(stored) : stored);
    }

    @Override
    public long timestampOf(byte[] stored) {
        return stamped ? ChangelogFormat.timestampOf(stored) : -1;
    }

    @Override
    public int weight(Object held) {
        if (held instanceof byte[] payload) {
            return OBJECT_BYTES + payload.length;
        }
        return held instanceof String text ? 2 * OBJECT_BYTES + text.length() : OBJECT_BYTES;
    }
}
