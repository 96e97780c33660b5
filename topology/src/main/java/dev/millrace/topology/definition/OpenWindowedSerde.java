package dev.millrace.topology.definition;

import dev.millrace.streams.kstream.SessionWindowedDeserializer;
import dev.millrace.streams.kstream.SessionWindowedSerializer;
import dev.millrace.streams.kstream.TimeWindowedDeserializer;
import dev.millrace.streams.kstream.TimeWindowedSerializer;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.kstream.WindowedSerdes;
import dev.millrace.streams.kstream.WindowedSerializer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The serde of keys in windows or sessions where the program does not say how the keys themselves are written. Both halves are
 * {@link Open}, and of no use before they are completed.
 */
public final class OpenWindowedSerde<K> implements Serde<Windowed<K>> {
    private final Function<Serializer<K>, Serializer<Windowed<K>>> serializers;
    private final Function<Deserializer<K>, Deserializer<Windowed<K>>> deserializers;

    private OpenWindowedSerde(
            Function<Serializer<K>, Serializer<Windowed<K>>> serializers,
            Function<Deserializer<K>, Deserializer<Windowed<K>>> deserializers) {
        this.serializers = serializers;
        this.deserializers = deserializers;
    }

    /** For time windows of this size. */
    public OpenWindowedSerde(long windowSizeMs) {
        this(TimeWindowedSerializer::new, inner -> new TimeWindowedDeserializer<>(inner, windowSizeMs));
    }

    /** The serde of keys in time windows; an open one if it is not known how the keys themselves are written. */
    public static <K> Serde<Windowed<K>> ofKeys(@Nullable Serde<K> keys, long windowSizeMs) {
        return keys == null
                ? new OpenWindowedSerde<>(windowSizeMs)
                : new WindowedSerdes.TimeWindowedSerde<>(keys, windowSizeMs);
    }

    /** The serde of keys in sessions; an open one if it is not known how the keys themselves are written. */
    public static <K> Serde<Windowed<K>> ofSessionKeys(@Nullable Serde<K> keys) {
        return keys == null
                ? new OpenWindowedSerde<>(SessionWindowedSerializer::new, SessionWindowedDeserializer::new)
                : new WindowedSerdes.SessionWindowedSerde<>(keys);
    }

    @Override
    public Serializer<Windowed<K>> serializer() {
        return new OpenSerializer<>(serializers);
    }

    @Override
    public Deserializer<Windowed<K>> deserializer() {
        return new OpenDeserializer<>(deserializers);
    }

    private static IllegalStateException unusable() {
        return new IllegalStateException("The keys of this windowed table have no serde yet; give one with"
                + " Grouped.with or Materialized.with where the table is aggregated");
    }

    private record OpenSerializer<K>(Function<Serializer<K>, Serializer<Windowed<K>>> completion)
            implements WindowedSerializer<K>, Open<Serializer<Windowed<K>>> {
        @Override
        @SuppressWarnings("unchecked")
        public Serializer<Windowed<K>> completedBy(Supplier<Serde<?>> defaultKeySerde) {
            return completion.apply((Serializer<K>) defaultKeySerde.get().serializer());
        }

        @Override
        public byte[] serialize(String topic, Windowed<K> key) {
            throw unusable();
        }

        @Override
        public byte[] serializeBaseKey(String topic, Windowed<K> key) {
            throw unusable();
        }
    }

    private record OpenDeserializer<K>(Function<Deserializer<K>, Deserializer<Windowed<K>>> completion)
            implements Deserializer<Windowed<K>>, Open<Deserializer<Windowed<K>>> {
        @Override
        @SuppressWarnings("unchecked")
        public Deserializer<Windowed<K>> completedBy(Supplier<Serde<?>> defaultKeySerde) {
            return completion.apply((Deserializer<K>) defaultKeySerde.get().deserializer());
        }

        @Override
        public Windowed<K> deserialize(String topic, byte[] key) {
            throw unusable();
        }
    }
}
