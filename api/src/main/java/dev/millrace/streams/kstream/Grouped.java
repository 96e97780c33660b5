package dev.millrace.streams.kstream;

import org.apache.kafka.common.serialization.Serde;

/**
 * How records are grouped by key: serdes and the name of the repartition topic, should one be needed.
 *
 * <p>Whatever is null is inferred or falls back to the configuration. Immutable: the {@code with} methods return a new
 * object.
 *
 * <p>Source: KIP-372.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public class Grouped<K, V> implements NamedOperation<Grouped<K, V>> {
    /** How keys are written. */
    protected final Serde<K> keySerde;

    /** How values are written. */
    protected final Serde<V> valueSerde;

    /** The name, part of that of the repartition topic. */
    protected final String name;

    private Grouped(String name, Serde<K> keySerde, Serde<V> valueSerde) {
        this.name = name;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
    }

    /** Creates a copy. */
    protected Grouped(Grouped<K, V> grouped) {
        this(grouped.name, grouped.keySerde, grouped.valueSerde);
    }

    /** The name. Checked when the topology is built. */
    public static <K, V> Grouped<K, V> as(String name) {
        return new Grouped<>(name, null, null);
    }

    /** The key serde. */
    public static <K, V> Grouped<K, V> keySerde(Serde<K> keySerde) {
        return new Grouped<>(null, keySerde, null);
    }

    /** The value serde. */
    public static <K, V> Grouped<K, V> valueSerde(Serde<V> valueSerde) {
        return new Grouped<>(null, null, valueSerde);
    }

    /** The name and the serdes. */
    public static <K, V> Grouped<K, V> with(String name, Serde<K> keySerde, Serde<V> valueSerde) {
        return new Grouped<>(name, keySerde, valueSerde);
    }

    /** The serdes. */
    public static <K, V> Grouped<K, V> with(Serde<K> keySerde, Serde<V> valueSerde) {
        return new Grouped<>(null, keySerde, valueSerde);
    }

    /** The same with this name. */
    @Override
    public Grouped<K, V> withName(String name) {
        return new Grouped<>(name, keySerde, valueSerde);
    }

    /** The same with this key serde. */
    public Grouped<K, V> withKeySerde(Serde<K> keySerde) {
        return new Grouped<>(name, keySerde, valueSerde);
    }

    /** The same with this value serde. */
    public Grouped<K, V> withValueSerde(Serde<V> valueSerde) {
        return new Grouped<>(name, keySerde, valueSerde);
    }
}
