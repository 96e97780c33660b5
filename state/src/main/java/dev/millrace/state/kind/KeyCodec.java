package dev.millrace.state.kind;

import dev.millrace.state.BuiltInSerdes;
import dev.millrace.state.RecordOrigin;
import dev.millrace.streams.errors.StreamsException;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The keys of a store as objects and as bytes. */
public final class KeyCodec {
    private final String storeName;
    private final String topic;
    private final RecordOrigin origin;
    private final Serializer<Object> serializer;
    private final Deserializer<?> deserializer;
    private final @Nullable Class<?> canonicalType;

    /** The keys of a store of that kind on that host. */
    public static KeyCodec of(StoreSpec spec, StoreHost host) {
        Serde<?> serde = Objects.requireNonNullElseGet(spec.keySerde(), host::defaultKeySerde);
        return new KeyCodec(spec.name(), host.changelogTopic(spec.name()), serde, host.origin());
    }

    @SuppressWarnings("unchecked")
    private KeyCodec(String storeName, String topic, Serde<?> serde, RecordOrigin origin) {
        this.storeName = storeName;
        this.topic = topic;
        this.origin = origin;
        this.serializer = (Serializer<Object>) serde.serializer();
        this.deserializer = serde.deserializer();
        this.canonicalType = BuiltInSerdes.canonicallyWritten(serializer);
    }

    /** The bytes of a key: those it came with if it came from a source topic and they must be the same. */
    public byte[] encode(Object key) {
        return encode(key, origin.headers());
    }

    /** The bytes of a key that is the bound of a range; null for none. */
    public byte @Nullable [] encodeBound(@Nullable Object key) {
        return key == null ? null : encode(key);
    }

    /** As {@link #encode(Object)}; a serde that is not one of Kafka's own may look at the headers and add some. */
    public byte[] encode(Object key, Headers headers) {
        if (key.getClass() == canonicalType) {
            byte[] bytes = origin.sourceKeyBytes(key);
            if (bytes != null) {
                return bytes;
            }
        }
        return serialize(key, headers);
    }

    /** Gives the serde a chance to add the headers that belong to a key. */
    public void addHeaders(Object key, Headers headers) {
        if (key.getClass() != canonicalType) {
            serialize(key, headers);
        }
    }

    private byte[] serialize(Object key, Headers headers) {
        try {
            byte[] bytes = serializer.serialize(topic, headers, key);
            if (bytes == null) {
                throw new StreamsException("Store " + storeName + " cannot keep the key " + key + ": its serializer "
                        + serializer.getClass().getName() + " made null of it");
            }
            return bytes;
        } catch (ClassCastException mismatch) {
            throw wrongType(storeName, "key", serializer, key, mismatch);
        }
    }

    static StreamsException wrongType(
            String storeName, String part, Serializer<?> serializer, Object actual, ClassCastException cause) {
        return new StreamsException(
                "Store " + storeName + ": the serializer "
                        + serializer.getClass().getName() + " cannot write a " + part
                        + " of type " + actual.getClass().getName()
                        + ". Give the store a serde for that type, or change the default " + part + " serde.",
                cause);
    }

    /** The object of a key. */
    public Object decode(byte[] bytes) {
        return deserializer.deserialize(topic, origin.headers(), bytes);
    }
}
