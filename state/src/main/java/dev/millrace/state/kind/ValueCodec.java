package dev.millrace.state.kind;

import dev.millrace.state.BuiltInSerdes;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.changelog.HeaderFormat;
import dev.millrace.state.overlay.ValueFormat;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
 *   stored  what the database keeps: event time and payload, or the payload alone; before them headers, if they are kept
 * </pre>
 *
 * A value of immutable type is therefore serialized once per commit, however often its key was updated. Any other value is
 * serialized when it is written and deserialized whenever it is read, because user code may go on changing its object.
 *
 * <p>Where headers come with values, a value that has some is {@link Headed}, as a value and as held.
 */
public final class ValueCodec implements ValueFormat {
    private static final int OBJECT_BYTES = 24;
    private static final Headers NO_HEADERS = noHeaders();

    private final String storeName;
    private final String topic;
    private final RecordOrigin origin;
    private final Serializer<Object> serializer;
    private final Deserializer<?> deserializer;
    private final boolean stamped;
    private final HeaderUse headers;
    private final @Nullable Class<?> immutableType;
    private final @Nullable Class<?> canonicalType;
    private final boolean storesPayload;

    /**
     * The values of a store of that kind on that host.
     *
     * @param stamped whether the stored form has the event time in it
     */
    public static ValueCodec of(StoreSpec spec, boolean stamped, StoreHost host) {
        return new ValueCodec(spec, spec.valueSerde(), stamped, host);
    }

    /** The values of a store of that kind on that host. */
    public static ValueCodec of(StoreSpec spec, StoreHost host) {
        return of(spec, spec.keepsTimestamps(), host);
    }

    /**
     * The values that a store of that kind keeps beside its first ones.
     *
     * @param serde instead of that in the {@code spec}; null for the configured default
     */
    public static ValueCodec of(StoreSpec spec, @Nullable Serde<?> serde, boolean stamped, StoreHost host) {
        return new ValueCodec(spec, serde, stamped, host);
    }

    @SuppressWarnings("unchecked")
    private ValueCodec(StoreSpec spec, @Nullable Serde<?> given, boolean stamped, StoreHost host) {
        Serde<?> serde = Objects.requireNonNullElseGet(given, host::defaultValueSerde);
        this.storeName = spec.name();
        this.topic = host.changelogTopic(spec.name());
        this.origin = host.origin();
        this.headers = spec.headers();
        this.serializer = (Serializer<Object>) serde.serializer();
        this.deserializer = serde.deserializer();
        this.stamped = stamped;
        this.immutableType = BuiltInSerdes.immutableType(serde);
        this.canonicalType = BuiltInSerdes.canonicallyWritten(serializer);
        this.storesPayload = !stamped && headers != HeaderUse.KEPT;
    }

    /** The held form of a value; null if the serializer makes null of it. Fails if the value is of a type that does not fit. */
    @Nullable
    public Object hold(Object value) {
        return hold(value, headersOf(value));
    }

    /** The same, written with the headers that {@link #headersOf} gave; the serializer may add some. */
    @Nullable
    public Object hold(Object value, Headers own) {
        if (!headers.withValues()) {
            return value.getClass() == immutableType ? value : serialize(value, own);
        }
        Object alone = value instanceof Headed headed ? headed.value() : value;
        Object held = alone.getClass() == immutableType ? alone : serialize(alone, own);
        return held == null ? null : Headed.of(held, own);
    }

    /** As {@link #headersOf}; the record's for a null. */
    public Headers headersFor(@Nullable Object value) {
        return value == null ? origin.headers() : headersOf(value);
    }

    /** The headers that a value is to be written with: its own where headers come with values, else the record's. */
    Headers headersOf(Object value) {
        if (!headers.withValues()) {
            return origin.headers();
        }
        return value instanceof Headed headed ? new RecordHeaders(headed.headers()) : new RecordHeaders();
    }

    private byte @Nullable [] serialize(Object value, Headers own) {
        try {
            return serializer.serialize(topic, own, value);
        } catch (ClassCastException mismatch) {
            throw KeyCodec.wrongType(storeName, "value", serializer, value, mismatch);
        }
    }

    /** Whether the held form of a value is the value. */
    public boolean holdsValues() {
        return immutableType != null && !headers.withValues();
    }

    /** The value of a held one. */
    public Object read(Object held) {
        Object alone = alone(held);
        if (immutableType != null) {
            return alone;
        }
        Headers own = headers.withValues() ? new RecordHeaders(headersIn(held)) : origin.headers();
        return deserializer.deserialize(topic, own, (byte[]) alone);
    }

    private static Object alone(Object held) {
        return held instanceof Headed headed ? headed.value() : held;
    }

    /** The headers in a held value. */
    public static Headers headersIn(Object held) {
        return held instanceof Headed headed ? headed.headers() : NO_HEADERS;
    }

    /** A copy of the headers of a held value that a reader gets to see: none if they are not kept, whatever the overlay has. */
    public Headers shownHeaders(Object held) {
        return headers == HeaderUse.KEPT ? new RecordHeaders(headersIn(held)) : new RecordHeaders();
    }

    /** The payload of a held value. */
    public byte[] payload(Object held) {
        Object alone = alone(held);
        return immutableType != null ? serializer.serialize(topic, alone) : (byte[]) alone;
    }

    /** The held form of a payload. */
    public Object held(byte[] payload) {
        return immutableType != null ? deserializer.deserialize(topic, payload) : payload;
    }

    /** The stored form of a payload. */
    public byte[] stored(byte[] payload, long timestamp) {
        return stored(payload, timestamp, NO_HEADERS);
    }

    /** The stored form of a payload with headers. */
    public byte[] stored(byte[] payload, long timestamp, Headers own) {
        byte[] rest = stamped ? ChangelogFormat.stamp(payload, timestamp) : payload;
        return headers == HeaderUse.KEPT ? HeaderFormat.prepend(own, rest) : rest;
    }

    // ---- stored at once, for who keeps nothing else ----

    /** The stored form of a value, written with those headers; null if the serializer makes null of it. */
    public byte @Nullable [] toStored(Object value, long timestamp, Headers own) {
        if (storesPayload) {
            Object alone = alone(value);
            byte[] received = alone.getClass() == canonicalType ? origin.sourceValueBytes(alone) : null;
            return received == null ? serialize(alone, own) : received;
        }
        Object held = hold(value, own);
        return held == null ? null : toStored(held, timestamp);
    }

    /** The stored form of a held value. */
    public byte[] toStored(Object held, long timestamp) {
        return stored(payload(held), timestamp, headersIn(held));
    }

    /** The value whose stored form is a part of an array. */
    public Object readStored(byte[] source, int from, int length) {
        if (storesPayload && immutableType != null) {
            return deserializer.deserialize(topic, NO_HEADERS, ByteBuffer.wrap(source, from, length));
        }
        return read(load(Arrays.copyOfRange(source, from, from + length)));
    }

    /** The payload in a stored value. */
    public byte[] payloadOfStored(byte[] stored) {
        if (storesPayload) {
            return stored;
        }
        byte[] rest = headers == HeaderUse.KEPT ? HeaderFormat.restOf(stored) : stored;
        return stamped ? ChangelogFormat.valueOf(rest) : rest;
    }

    /** The form for a store of bytes that the user supplied. */
    public byte[] toSupplied(byte[] stored) {
        return headers == HeaderUse.KEPT ? HeaderFormat.toSupplied(stored) : stored;
    }

    /** The stored form of what a store of bytes gives that the user supplied. */
    public byte[] ofSupplied(byte[] supplied) {
        return headers == HeaderUse.KEPT ? HeaderFormat.ofSupplied(supplied) : supplied;
    }

    @Override
    public Object load(byte[] stored) {
        if (headers != HeaderUse.KEPT) {
            return loadRest(stored);
        }
        return Headed.of(loadRest(HeaderFormat.restOf(stored)), HeaderFormat.headersOf(stored));
    }

    private Object loadRest(byte[] rest) {
        return held(stamped ? ChangelogFormat.valueOf(rest) : rest);
    }

    @Override
    public long timestampOf(byte[] stored) {
        if (!stamped) {
            return -1;
        }
        return ChangelogFormat.timestampOf(headers == HeaderUse.KEPT ? HeaderFormat.restOf(stored) : stored);
    }

    @Override
    public int weight(Object held) {
        if (held instanceof Headed headed) {
            return weight(headed.value()) + headed.weight();
        }
        if (held instanceof byte[] payload) {
            return OBJECT_BYTES + payload.length;
        }
        return held instanceof String text ? 2 * OBJECT_BYTES + text.length() : OBJECT_BYTES;
    }

    private static Headers noHeaders() {
        RecordHeaders none = new RecordHeaders();
        none.setReadOnly();
        return none;
    }
}
