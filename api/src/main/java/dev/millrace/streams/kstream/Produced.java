package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.StreamPartitioner;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;

/**
 * How to write a topic: serdes, partitioner, and the name of the sink.
 *
 * <p>A null serde falls back to the configuration of the application, a null partitioner to that of the producer.
 * Mutable: the {@code with} methods change this object and return it.
 *
 * <p>Not thread-safe. Source: KIP-182.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public class Produced<K, V> implements NamedOperation<Produced<K, V>> {
    /** How keys are written. */
    protected Serde<K> keySerde;

    /** How values are written. */
    protected Serde<V> valueSerde;

    /** What chooses the partition. */
    protected StreamPartitioner<? super K, ? super V> partitioner;

    /** The name of the sink. */
    protected String processorName;

    private Produced() {}

    /** Creates a copy. */
    protected Produced(Produced<K, V> produced) {
        this.keySerde = produced.keySerde;
        this.valueSerde = produced.valueSerde;
        this.partitioner = produced.partitioner;
        this.processorName = produced.processorName;
    }

    /** The serdes. */
    public static <K, V> Produced<K, V> with(Serde<K> keySerde, Serde<V> valueSerde) {
        return new Produced<K, V>().withKeySerde(keySerde).withValueSerde(valueSerde);
    }

    /** The serdes and the partitioner. */
    public static <K, V> Produced<K, V> with(
            Serde<K> keySerde, Serde<V> valueSerde, StreamPartitioner<? super K, ? super V> partitioner) {
        return Produced.with(keySerde, valueSerde).withStreamPartitioner(partitioner);
    }

    /** The name of the sink. Checked when the topology is built. */
    public static <K, V> Produced<K, V> as(String processorName) {
        return new Produced<K, V>().withName(processorName);
    }

    /** The key serde. */
    public static <K, V> Produced<K, V> keySerde(Serde<K> keySerde) {
        return new Produced<K, V>().withKeySerde(keySerde);
    }

    /** The value serde. */
    public static <K, V> Produced<K, V> valueSerde(Serde<V> valueSerde) {
        return new Produced<K, V>().withValueSerde(valueSerde);
    }

    /** The partitioner. */
    public static <K, V> Produced<K, V> streamPartitioner(StreamPartitioner<? super K, ? super V> partitioner) {
        return new Produced<K, V>().withStreamPartitioner(partitioner);
    }

    /** Sets what chooses the partition. */
    public Produced<K, V> withStreamPartitioner(StreamPartitioner<? super K, ? super V> partitioner) {
        this.partitioner = partitioner;
        return this;
    }

    /** Sets how values are written. */
    public Produced<K, V> withValueSerde(Serde<V> valueSerde) {
        this.valueSerde = valueSerde;
        return this;
    }

    /** Sets how keys are written. */
    public Produced<K, V> withKeySerde(Serde<K> keySerde) {
        this.keySerde = keySerde;
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Produced<?, ?> that
                        && Objects.equals(keySerde, that.keySerde)
                        && Objects.equals(valueSerde, that.valueSerde)
                        && Objects.equals(partitioner, that.partitioner));
    }

    @Override
    public int hashCode() {
        return Objects.hash(keySerde, valueSerde, partitioner);
    }

    /** Sets the name of the sink. */
    @Override
    public Produced<K, V> withName(String name) {
        this.processorName = name;
        return this;
    }
}
