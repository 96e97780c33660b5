package dev.millrace.topology.dsl.step;

import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.kstream.WindowedSerializer;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.topology.definition.Open;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Sends all windows of a key to the partition of the key, so that what is joined or looked up by key stays together; by the
 * whole bytes, windows of one key would spread.
 */
public final class WindowedPartitioner<K, V>
        implements StreamPartitioner<Windowed<K>, V>, Open<StreamPartitioner<?, ?>> {
    private final WindowedSerializer<K> serializer;

    private WindowedPartitioner(WindowedSerializer<K> serializer) {
        this.serializer = serializer;
    }

    /** The partitioner for keys written by {@code serializer}; null for the producer's own choice, if they have no window. */
    public static @Nullable StreamPartitioner<?, ?> forKeys(@Nullable Serializer<?> serializer) {
        return serializer instanceof WindowedSerializer<?> windowed ? new WindowedPartitioner<>(windowed) : null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public StreamPartitioner<?, ?> completedBy(Supplier<Serde<?>> defaultKeySerde) {
        Serializer<?> completed = Open.completed(serializer, defaultKeySerde);
        return new WindowedPartitioner<K, V>((WindowedSerializer<K>) completed);
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, Windowed<K> key, V value, int numPartitions) {
        byte[] bytes = serializer.serializeBaseKey(topic, key);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(bytes)) % numPartitions));
    }
}
