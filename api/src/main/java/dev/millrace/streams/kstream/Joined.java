package dev.millrace.streams.kstream;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;

/**
 * How a stream is joined with a table: serdes, the name of the join, and how long to wait for the table (KIP-923).
 *
 * <p>Whatever is null is inferred or falls back to the configuration. Immutable: the {@code with} methods return a new
 * object.
 *
 * @param <K> the type of the keys
 * @param <VLeft> the type of this side's values
 * @param <VRight> the type of the other side's values
 */
public class Joined<K, VLeft, VRight> implements NamedOperation<Joined<K, VLeft, VRight>> {
    /** How keys are written. */
    protected final Serde<K> keySerde;

    /** How this side's values are written. */
    protected final Serde<VLeft> leftValueSerde;

    /** How the other side's values are written. */
    protected final Serde<VRight> rightValueSerde;

    /** The name, part of that of the repartition topic. */
    protected final String name;

    /** How long a stream record waits for the table to reach its time; null joins at once. */
    protected final Duration gracePeriod;

    private Joined(
            Serde<K> keySerde,
            Serde<VLeft> leftValueSerde,
            Serde<VRight> rightValueSerde,
            String name,
            Duration gracePeriod) {
        this.keySerde = keySerde;
        this.leftValueSerde = leftValueSerde;
        this.rightValueSerde = rightValueSerde;
        this.name = name;
        this.gracePeriod = gracePeriod;
    }

    /** Creates a copy. */
    protected Joined(Joined<K, VLeft, VRight> joined) {
        this(joined.keySerde, joined.leftValueSerde, joined.rightValueSerde, joined.name, joined.gracePeriod);
    }

    /** The serdes. */
    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> with(
            Serde<K> keySerde, Serde<VLeft> leftValueSerde, Serde<VRight> rightValueSerde) {
        return new Joined<>(keySerde, leftValueSerde, rightValueSerde, null, null);
    }

    /** The serdes and the name. */
    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> with(
            Serde<K> keySerde, Serde<VLeft> leftValueSerde, Serde<VRight> rightValueSerde, String name) {
        return new Joined<>(keySerde, leftValueSerde, rightValueSerde, name, null);
    }

    /** Everything. A grace period needs a versioned table; that is checked when the topology is built. */
    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> with(
            Serde<K> keySerde,
            Serde<VLeft> leftValueSerde,
            Serde<VRight> rightValueSerde,
            String name,
            Duration gracePeriod) {
        return new Joined<>(keySerde, leftValueSerde, rightValueSerde, name, gracePeriod);
    }

    /** The key serde. */
    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> keySerde(Serde<K> keySerde) {
        return new Joined<>(keySerde, null, null, null, null);
    }

    /** The serde of this side's values. */
    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> valueSerde(Serde<VLeft> leftValueSerde) {
        return new Joined<>(null, leftValueSerde, null, null, null);
    }

    /** The serde of the other side's values. */
    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> otherValueSerde(Serde<VRight> rightValueSerde) {
        return new Joined<>(null, null, rightValueSerde, null, null);
    }

    /** The name. Checked when the topology is built. */
    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> as(String name) {
        return new Joined<>(null, null, null, name, null);
    }

    /** The same with this key serde. */
    public Joined<K, VLeft, VRight> withKeySerde(Serde<K> keySerde) {
        return new Joined<>(keySerde, leftValueSerde, rightValueSerde, name, gracePeriod);
    }

    /** The same with this serde of this side's values. */
    public Joined<K, VLeft, VRight> withValueSerde(Serde<VLeft> leftValueSerde) {
        return new Joined<>(keySerde, leftValueSerde, rightValueSerde, name, gracePeriod);
    }

    /** The same with this serde of the other side's values. */
    public Joined<K, VLeft, VRight> withOtherValueSerde(Serde<VRight> rightValueSerde) {
        return new Joined<>(keySerde, leftValueSerde, rightValueSerde, name, gracePeriod);
    }

    /** The same with this name. */
    @Override
    public Joined<K, VLeft, VRight> withName(String name) {
        return new Joined<>(keySerde, leftValueSerde, rightValueSerde, name, gracePeriod);
    }

    /** The same with this grace period; null joins at once. */
    public Joined<K, VLeft, VRight> withGracePeriod(Duration gracePeriod) {
        return new Joined<>(keySerde, leftValueSerde, rightValueSerde, name, gracePeriod);
    }

    /**
     * How long a stream record waits.
     *
     * @deprecated these objects are for configuring, not for reading
     */
    @Deprecated
    public Duration gracePeriod() {
        return gracePeriod;
    }

    /**
     * The key serde.
     *
     * @deprecated these objects are for configuring, not for reading
     */
    @Deprecated
    public Serde<K> keySerde() {
        return keySerde;
    }

    /**
     * The serde of this side's values.
     *
     * @deprecated these objects are for configuring, not for reading
     */
    @Deprecated
    public Serde<VLeft> valueSerde() {
        return leftValueSerde;
    }

    /**
     * The serde of the other side's values.
     *
     * @deprecated these objects are for configuring, not for reading
     */
    @Deprecated
    public Serde<VRight> otherValueSerde() {
        return rightValueSerde;
    }
}
