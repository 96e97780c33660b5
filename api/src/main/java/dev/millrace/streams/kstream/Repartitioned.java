package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.StreamPartitioner;
import org.apache.kafka.common.serialization.Serde;

public class Repartitioned<K, V> implements NamedOperation<Repartitioned<K, V>> {
    protected final String name;
    protected final Serde<K> keySerde;
    protected final Serde<V> valueSerde;
    protected final Integer numberOfPartitions;
    protected final StreamPartitioner<K, V> partitioner;

    protected Repartitioned(Repartitioned<K, V> repartitioned) {
        throw new UnsupportedOperationException("Repartitioned");
    }

    public static <K, V> Repartitioned<K, V> as(String name) {
        throw new UnsupportedOperationException("Repartitioned.as");
    }

    public static <K, V> Repartitioned<K, V> with(Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Repartitioned.with");
    }

    public static <K, V> Repartitioned<K, V> streamPartitioner(StreamPartitioner<K, V> partitioner) {
        throw new UnsupportedOperationException("Repartitioned.streamPartitioner");
    }

    public static <K, V> Repartitioned<K, V> numberOfPartitions(int numberOfPartitions) {
        throw new UnsupportedOperationException("Repartitioned.numberOfPartitions");
    }

    @Override
    public Repartitioned<K, V> withName(String name) {
        throw new UnsupportedOperationException("Repartitioned.withName");
    }

    public Repartitioned<K, V> withNumberOfPartitions(int numberOfPartitions) {
        throw new UnsupportedOperationException("Repartitioned.withNumberOfPartitions");
    }

    public Repartitioned<K, V> withKeySerde(Serde<K> keySerde) {
        throw new UnsupportedOperationException("Repartitioned.withKeySerde");
    }

    public Repartitioned<K, V> withValueSerde(Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Repartitioned.withValueSerde");
    }

    public Repartitioned<K, V> withStreamPartitioner(StreamPartitioner<K, V> partitioner) {
        throw new UnsupportedOperationException("Repartitioned.withStreamPartitioner");
    }
}
