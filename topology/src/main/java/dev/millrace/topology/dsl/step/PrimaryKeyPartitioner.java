package dev.millrace.topology.dsl.step;

import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.topology.definition.Open;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Asks the user's partitioner of keys about the serialized form of a key. No value is shown. */
public final class PrimaryKeyPartitioner<K>
        implements StreamPartitioner<byte[], Object>, Open<StreamPartitioner<?, ?>> {
    private final StreamPartitioner<K, Void> partitioner;
    private final @Nullable Deserializer<K> deserializer;

    /** @param deserializer null for the configured default */
    public PrimaryKeyPartitioner(StreamPartitioner<K, Void> partitioner, @Nullable Deserializer<K> deserializer) {
        this.partitioner = partitioner;
        this.deserializer = deserializer;
    }

    @Override
    @SuppressWarnings("unchecked")
    public StreamPartitioner<?, ?> completedBy(Supplier<Serde<?>> defaultKeySerde) {
        Deserializer<?> completed = deserializer == null
                ? defaultKeySerde.get().deserializer()
                : Open.completed(deserializer, defaultKeySerde);
        return new PrimaryKeyPartitioner<>(partitioner, (Deserializer<K>) completed);
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, byte[] key, Object value, int numPartitions) {
        if (deserializer == null) {
            throw new IllegalStateException("The keys that are sent to " + topic + " have no serde yet");
        }
        return partitioner.partitions(topic, deserializer.deserialize(topic, key), null, numPartitions);
    }
}
