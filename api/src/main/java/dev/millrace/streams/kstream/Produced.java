package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.StreamPartitioner;
import org.apache.kafka.common.serialization.Serde;

public class Produced<K, V> implements NamedOperation<Produced<K, V>> {
    protected Serde<K> keySerde;
    protected Serde<V> valueSerde;
    protected StreamPartitioner<? super K, ? super V> partitioner;
    protected String processorName;

    protected Produced(Produced<K, V> produced) {
        throw new UnsupportedOperationException("Produced");
    }

    public static <K, V> Produced<K, V> with(Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Produced.with");
    }

    public static <K, V> Produced<K, V> with(
            Serde<K> keySerde, Serde<V> valueSerde, StreamPartitioner<? super K, ? super V> partitioner) {
        throw new UnsupportedOperationException("Produced.with");
    }

    public static <K, V> Produced<K, V> as(String processorName) {
        throw new UnsupportedOperationException("Produced.as");
    }

    public static <K, V> Produced<K, V> keySerde(Serde<K> keySerde) {
        throw new UnsupportedOperationException("Produced.keySerde");
    }

    public static <K, V> Produced<K, V> valueSerde(Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Produced.valueSerde");
    }

    public static <K, V> Produced<K, V> streamPartitioner(StreamPartitioner<? super K, ? super V> partitioner) {
        throw new UnsupportedOperationException("Produced.streamPartitioner");
    }

    public Produced<K, V> withStreamPartitioner(StreamPartitioner<? super K, ? super V> partitioner) {
        throw new UnsupportedOperationException("Produced.withStreamPartitioner");
    }

    public Produced<K, V> withValueSerde(Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Produced.withValueSerde");
    }

    public Produced<K, V> withKeySerde(Serde<K> keySerde) {
        throw new UnsupportedOperationException("Produced.withKeySerde");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("Produced.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("Produced.hashCode");
    }

    @Override
    public Produced<K, V> withName(String name) {
        throw new UnsupportedOperationException("Produced.withName");
    }
}
