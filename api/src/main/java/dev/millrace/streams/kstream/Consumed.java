package dev.millrace.streams.kstream;

import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.Topology;
import dev.millrace.streams.processor.TimestampExtractor;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;

/**
 * How to read a topic: serdes, timestamps, where to start, and the name of the source.
 *
 * <p>Whatever is null falls back to the configuration of the application. Immutable: the {@code with} methods return a
 * new object.
 *
 * <p>Source: KIP-182.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public class Consumed<K, V> implements NamedOperation<Consumed<K, V>> {
    /** How keys are read. */
    protected Serde<K> keySerde;

    /** How values are read. */
    protected Serde<V> valueSerde;

    /** What tells the time of a record. */
    protected TimestampExtractor timestampExtractor;

    /** Where to start, as given by the deprecated methods. */
    @Deprecated
    protected Topology.AutoOffsetReset legacyResetPolicy;

    /** Where to start if there is no committed offset. */
    protected AutoOffsetReset resetPolicy;

    /** The name of the source. */
    protected String processorName;

    private Consumed() {}

    /** Creates a copy. */
    @SuppressWarnings("deprecation")
    protected Consumed(Consumed<K, V> consumed) {
        this.keySerde = consumed.keySerde;
        this.valueSerde = consumed.valueSerde;
        this.timestampExtractor = consumed.timestampExtractor;
        this.legacyResetPolicy = consumed.legacyResetPolicy;
        this.resetPolicy = consumed.resetPolicy;
        this.processorName = consumed.processorName;
    }

    /**
     * Everything but the name.
     *
     * @deprecated use {@link #with(Serde, Serde, TimestampExtractor, AutoOffsetReset)}
     */
    @Deprecated
    public static <K, V> Consumed<K, V> with(
            Serde<K> keySerde,
            Serde<V> valueSerde,
            TimestampExtractor timestampExtractor,
            Topology.AutoOffsetReset resetPolicy) {
        return Consumed.with(keySerde, valueSerde)
                .withTimestampExtractor(timestampExtractor)
                .withOffsetResetPolicy(resetPolicy);
    }

    /** Everything but the name. */
    public static <K, V> Consumed<K, V> with(
            Serde<K> keySerde,
            Serde<V> valueSerde,
            TimestampExtractor timestampExtractor,
            AutoOffsetReset resetPolicy) {
        return Consumed.with(keySerde, valueSerde)
                .withTimestampExtractor(timestampExtractor)
                .withOffsetResetPolicy(resetPolicy);
    }

    /** The serdes. */
    public static <K, V> Consumed<K, V> with(Serde<K> keySerde, Serde<V> valueSerde) {
        return new Consumed<K, V>().withKeySerde(keySerde).withValueSerde(valueSerde);
    }

    /** What tells the time of a record. */
    public static <K, V> Consumed<K, V> with(TimestampExtractor timestampExtractor) {
        return new Consumed<K, V>().withTimestampExtractor(timestampExtractor);
    }

    /**
     * Where to start.
     *
     * @deprecated use {@link #with(AutoOffsetReset)}
     */
    @Deprecated
    public static <K, V> Consumed<K, V> with(Topology.AutoOffsetReset resetPolicy) {
        return new Consumed<K, V>().withOffsetResetPolicy(resetPolicy);
    }

    /** Where to start if there is no committed offset. */
    public static <K, V> Consumed<K, V> with(AutoOffsetReset resetPolicy) {
        return new Consumed<K, V>().withOffsetResetPolicy(resetPolicy);
    }

    /** The name of the source. Checked when the topology is built. */
    public static <K, V> Consumed<K, V> as(String processorName) {
        return new Consumed<K, V>().withName(processorName);
    }

    /** The same with this key serde. */
    public Consumed<K, V> withKeySerde(Serde<K> keySerde) {
        Consumed<K, V> changed = new Consumed<>(this);
        changed.keySerde = keySerde;
        return changed;
    }

    /** The same with this value serde. */
    public Consumed<K, V> withValueSerde(Serde<V> valueSerde) {
        Consumed<K, V> changed = new Consumed<>(this);
        changed.valueSerde = valueSerde;
        return changed;
    }

    /** The same with this timestamp extractor. */
    public Consumed<K, V> withTimestampExtractor(TimestampExtractor timestampExtractor) {
        Consumed<K, V> changed = new Consumed<>(this);
        changed.timestampExtractor = timestampExtractor;
        return changed;
    }

    /**
     * The same, starting here.
     *
     * @deprecated use {@link #withOffsetResetPolicy(AutoOffsetReset)}
     */
    @Deprecated
    public Consumed<K, V> withOffsetResetPolicy(Topology.AutoOffsetReset resetPolicy) {
        Consumed<K, V> changed = new Consumed<>(this);
        changed.legacyResetPolicy = resetPolicy;
        changed.resetPolicy = translated(resetPolicy);
        return changed;
    }

    /** The same, starting here if there is no committed offset. */
    @SuppressWarnings("deprecation")
    public Consumed<K, V> withOffsetResetPolicy(AutoOffsetReset resetPolicy) {
        Consumed<K, V> changed = new Consumed<>(this);
        changed.legacyResetPolicy = null;
        changed.resetPolicy = resetPolicy;
        return changed;
    }

    @SuppressWarnings("deprecation")
    private static AutoOffsetReset translated(Topology.AutoOffsetReset legacy) {
        if (legacy == null) {
            return null;
        }
        return legacy == Topology.AutoOffsetReset.EARLIEST ? AutoOffsetReset.earliest() : AutoOffsetReset.latest();
    }

    /** The same with this name. */
    @Override
    public Consumed<K, V> withName(String processorName) {
        Consumed<K, V> changed = new Consumed<>(this);
        changed.processorName = processorName;
        return changed;
    }

    @Override
    @SuppressWarnings("deprecation")
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Consumed<?, ?> that
                        && Objects.equals(keySerde, that.keySerde)
                        && Objects.equals(valueSerde, that.valueSerde)
                        && Objects.equals(timestampExtractor, that.timestampExtractor)
                        && legacyResetPolicy == that.legacyResetPolicy
                        && Objects.equals(resetPolicy, that.resetPolicy)
                        && Objects.equals(processorName, that.processorName));
    }

    @Override
    public int hashCode() {
        return Objects.hash(keySerde, valueSerde, timestampExtractor, resetPolicy, processorName);
    }
}
