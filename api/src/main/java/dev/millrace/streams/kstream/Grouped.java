package dev.millrace.streams.kstream;

import org.apache.kafka.common.serialization.Serde;

public class Grouped<K, V> implements NamedOperation<Grouped<K, V>> {
    protected final Serde<K> keySerde;
    protected final Serde<V> valueSerde;
    protected final String name;

    protected Grouped(Grouped<K, V> grouped) {
        throw new UnsupportedOperationException("Grouped");
    }

    public static <K, V> Grouped<K, V> as(String name) {
        throw new UnsupportedOperationException("Grouped.as");
    }

    public static <K, V> Grouped<K, V> keySerde(Serde<K> keySerde) {
        throw new UnsupportedOperationException("Grouped.keySerde");
    }

    public static <K, V> Grouped<K, V> valueSerde(Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Grouped.valueSerde");
    }

    public static <K, V> Grouped<K, V> with(String name, Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Grouped.with");
    }

    public static <K, V> Grouped<K, V> with(Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Grouped.with");
    }

    @Override
    public Grouped<K, V> withName(String name) {
        throw new UnsupportedOperationException("Grouped.withName");
    }

    public Grouped<K, V> withKeySerde(Serde<K> keySerde) {
        throw new UnsupportedOperationException("Grouped.withKeySerde");
    }

    public Grouped<K, V> withValueSerde(Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Grouped.withValueSerde");
    }
}
