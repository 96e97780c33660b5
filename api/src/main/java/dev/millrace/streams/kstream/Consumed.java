package dev.millrace.streams.kstream;

import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.Topology;
import dev.millrace.streams.processor.TimestampExtractor;
import org.apache.kafka.common.serialization.Serde;

public class Consumed<K, V> implements NamedOperation<Consumed<K, V>> {
    protected Serde<K> keySerde;
    protected Serde<V> valueSerde;
    protected TimestampExtractor timestampExtractor;

    @Deprecated
    protected Topology.AutoOffsetReset legacyResetPolicy;

    protected AutoOffsetReset resetPolicy;
    protected String processorName;

    protected Consumed(Consumed<K, V> consumed) {
        throw new UnsupportedOperationException("Consumed");
    }

    @Deprecated
    public static <K, V> Consumed<K, V> with(
            Serde<K> keySerde,
            Serde<V> valueSerde,
            TimestampExtractor timestampExtractor,
            Topology.AutoOffsetReset resetPolicy) {
        throw new UnsupportedOperationException("Consumed.with");
    }

    public static <K, V> Consumed<K, V> with(
            Serde<K> keySerde,
            Serde<V> valueSerde,
            TimestampExtractor timestampExtractor,
            AutoOffsetReset resetPolicy) {
        throw new UnsupportedOperationException("Consumed.with");
    }

    public static <K, V> Consumed<K, V> with(Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Consumed.with");
    }

    public static <K, V> Consumed<K, V> with(TimestampExtractor timestampExtractor) {
        throw new UnsupportedOperationException("Consumed.with");
    }

    @Deprecated
    public static <K, V> Consumed<K, V> with(Topology.AutoOffsetReset resetPolicy) {
        throw new UnsupportedOperationException("Consumed.with");
    }

    public static <K, V> Consumed<K, V> with(AutoOffsetReset resetPolicy) {
        throw new UnsupportedOperationException("Consumed.with");
    }

    public static <K, V> Consumed<K, V> as(String processorName) {
        throw new UnsupportedOperationException("Consumed.as");
    }

    public Consumed<K, V> withKeySerde(Serde<K> keySerde) {
        throw new UnsupportedOperationException("Consumed.withKeySerde");
    }

    public Consumed<K, V> withValueSerde(Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Consumed.withValueSerde");
    }

    public Consumed<K, V> withTimestampExtractor(TimestampExtractor timestampExtractor) {
        throw new UnsupportedOperationException("Consumed.withTimestampExtractor");
    }

    @Deprecated
    public Consumed<K, V> withOffsetResetPolicy(Topology.AutoOffsetReset resetPolicy) {
        throw new UnsupportedOperationException("Consumed.withOffsetResetPolicy");
    }

    public Consumed<K, V> withOffsetResetPolicy(AutoOffsetReset resetPolicy) {
        throw new UnsupportedOperationException("Consumed.withOffsetResetPolicy");
    }

    @Override
    public Consumed<K, V> withName(String processorName) {
        throw new UnsupportedOperationException("Consumed.withName");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("Consumed.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("Consumed.hashCode");
    }
}
