package dev.millrace.topology.definition;

import dev.millrace.streams.kstream.TimeWindowedDeserializer;
import dev.millrace.streams.kstream.TimeWindowedSerializer;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.kstream.WindowedSerdes;
import dev.millrace.streams.kstream.WindowedSerializer;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The serde of keys in time windows where the program does not say how the keys themselves are written. Both halves are
 * {@link Open}, and of no use before they are completed.
 */
public final class OpenWindowedSerde<K> implements Serde<Windowed<K>> {
    private final long windowSizeMs;

    public OpenWindowedSerde(long windowSizeMs) {
        this.windowSizeMs = windowSizeMs;
    }

    /** The serde of keys in time windows; an open one if it is not known how the keys themselves are written. */
    public static <K> Serde<Windowed<K>> ofKeys(@Nullable Serde<K> keys, long windowSizeMs) {
        return keys == null
                ? new OpenWindowedSerde<>(windowSizeMs)
                : new WindowedSerdes.TimeWindowedSerde<>(keys, windowSizeMs);
    }

    @Override
    public Serializer<Windowed<K>> serializer() {
        return new OpenSerializer<>();
    }

    @Override
    public Deserializer<Windowed<K>> deserializer() {
        return new OpenDeserializer<>(windowSizeMs);
    }

    private static IllegalStateException unusable() {
        return new IllegalStateException("The keys of this windowed table have no serde yet; give one with"
                + " Grouped.with or Materialized.with where the table is aggregated");
    }

    private static final class OpenSerializer<K> implements WindowedSerializer<K>, Open<Serializer<Windowed<K>>> {
        @Override
        @SuppressWarnings("unchecked")
        public Serializer<Windowed<K>> completedBy(Supplier<Serde<?>> defaultKeySerde) {
            return new TimeWindowedSerializer<>(
                    (Serializer<K>) defaultKeySerde.get().serializer());
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

    private record OpenDeserializer<K>(long windowSizeMs)
            implements Deserializer<Windowed<K>>, Open<Deserializer<Windowed<K>>> {
        @Override
        @SuppressWarnings("unchecked")
        public Deserializer<Windowed<K>> completedBy(Supplier<Serde<?>> defaultKeySerde) {
            return new TimeWindowedDeserializer<>(
                    (Deserializer<K>) defaultKeySerde.get().deserializer(), windowSizeMs);
        }

        @Override
        public Windowed<K> deserialize(String topic, byte[] key) {
            throw unusable();
        }
    }
}
