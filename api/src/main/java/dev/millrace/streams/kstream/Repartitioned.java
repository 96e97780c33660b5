package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.StreamPartitioner;
import org.apache.kafka.common.serialization.Serde;

/**
 * How a stream goes through a repartition topic: its name, serdes, partitions and partitioner (KIP-221).
 *
 * <p>Whatever is null is inferred or falls back to the configuration. Immutable: the {@code with} methods return a new
 * object.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public class Repartitioned<K, V> implements NamedOperation<Repartitioned<K, V>> {
    /** The name, part of that of the topic. */
    protected final String name;

    /** How keys are written. */
    protected final Serde<K> keySerde;

    /** How values are written. */
    protected final Serde<V> valueSerde;

    /** How many partitions the topic has. */
    protected final Integer numberOfPartitions;

    /** What chooses the partition. */
    protected final StreamPartitioner<K, V> partitioner;

    private Repartitioned(
            String name,
            Serde<K> keySerde,
            Serde<V> valueSerde,
            Integer numberOfPartitions,
            StreamPartitioner<K, V> partitioner) {
        this.name = name;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
        this.numberOfPartitions = numberOfPartitions;
        this.partitioner = partitioner;
    }

    /** Creates a copy. */
    protected Repartitioned(Repartitioned<K, V> repartitioned) {
        this(
                repartitioned.name,
                repartitioned.keySerde,
                repartitioned.valueSerde,
                repartitioned.numberOfPartitions,
                repartitioned.partitioner);
    }

    /** The name. Checked when the topology is built. */
    public static <K, V> Repartitioned<K, V> as(String name) {
        return new Repartitioned<>(name, null, null, null, null);
    }

    /** The serdes. */
    public static <K, V> Repartitioned<K, V> with(Serde<K> keySerde, Serde<V> valueSerde) {
        return new Repartitioned<>(null, keySerde, valueSerde, null, null);
    }

    /** The partitioner. */
    public static <K, V> Repartitioned<K, V> streamPartitioner(StreamPartitioner<K, V> partitioner) {
        return new Repartitioned<>(null, null, null, null, partitioner);
    }

    /** The number of partitions. */
    public static <K, V> Repartitioned<K, V> numberOfPartitions(int numberOfPartitions) {
        return new Repartitioned<>(null, null, null, numberOfPartitions, null);
    }

    /** The same with this name. */
    @Override
    public Repartitioned<K, V> withName(String name) {
        return new Repartitioned<>(name, keySerde, valueSerde, numberOfPartitions, partitioner);
    }

    /** The same with this number of partitions. */
    public Repartitioned<K, V> withNumberOfPartitions(int numberOfPartitions) {
        return new Repartitioned<>(name, keySerde, valueSerde, numberOfPartitions, partitioner);
    }

    /** The same with this key serde. */
    public Repartitioned<K, V> withKeySerde(Serde<K> keySerde) {
        return new Repartitioned<>(name, keySerde, valueSerde, numberOfPartitions, partitioner);
    }

    /** The same with this value serde. */
    public Repartitioned<K, V> withValueSerde(Serde<V> valueSerde) {
        return new Repartitioned<>(name, keySerde, valueSerde, numberOfPartitions, partitioner);
    }

    /** The same with this partitioner. */
    public Repartitioned<K, V> withStreamPartitioner(StreamPartitioner<K, V> partitioner) {
        return new Repartitioned<>(name, keySerde, valueSerde, numberOfPartitions, partitioner);
    }
}
