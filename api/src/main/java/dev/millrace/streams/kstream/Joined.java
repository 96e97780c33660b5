package dev.millrace.streams.kstream;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;

public class Joined<K, VLeft, VRight> implements NamedOperation<Joined<K, VLeft, VRight>> {
    protected final Serde<K> keySerde;
    protected final Serde<VLeft> leftValueSerde;
    protected final Serde<VRight> rightValueSerde;
    protected final String name;
    protected final Duration gracePeriod;

    protected Joined(Joined<K, VLeft, VRight> joined) {
        throw new UnsupportedOperationException("Joined");
    }

    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> with(
            Serde<K> keySerde, Serde<VLeft> leftValueSerde, Serde<VRight> rightValueSerde) {
        throw new UnsupportedOperationException("Joined.with");
    }

    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> with(
            Serde<K> keySerde, Serde<VLeft> leftValueSerde, Serde<VRight> rightValueSerde, String name) {
        throw new UnsupportedOperationException("Joined.with");
    }

    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> with(
            Serde<K> keySerde,
            Serde<VLeft> leftValueSerde,
            Serde<VRight> rightValueSerde,
            String name,
            Duration gracePeriod) {
        throw new UnsupportedOperationException("Joined.with");
    }

    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> keySerde(Serde<K> keySerde) {
        throw new UnsupportedOperationException("Joined.keySerde");
    }

    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> valueSerde(Serde<VLeft> leftValueSerde) {
        throw new UnsupportedOperationException("Joined.valueSerde");
    }

    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> otherValueSerde(Serde<VRight> rightValueSerde) {
        throw new UnsupportedOperationException("Joined.otherValueSerde");
    }

    public static <K, VLeft, VRight> Joined<K, VLeft, VRight> as(String name) {
        throw new UnsupportedOperationException("Joined.as");
    }

    public Joined<K, VLeft, VRight> withKeySerde(Serde<K> keySerde) {
        throw new UnsupportedOperationException("Joined.withKeySerde");
    }

    public Joined<K, VLeft, VRight> withValueSerde(Serde<VLeft> leftValueSerde) {
        throw new UnsupportedOperationException("Joined.withValueSerde");
    }

    public Joined<K, VLeft, VRight> withOtherValueSerde(Serde<VRight> rightValueSerde) {
        throw new UnsupportedOperationException("Joined.withOtherValueSerde");
    }

    @Override
    public Joined<K, VLeft, VRight> withName(String name) {
        throw new UnsupportedOperationException("Joined.withName");
    }

    public Joined<K, VLeft, VRight> withGracePeriod(Duration gracePeriod) {
        throw new UnsupportedOperationException("Joined.withGracePeriod");
    }

    @Deprecated
    public Duration gracePeriod() {
        throw new UnsupportedOperationException("Joined.gracePeriod");
    }

    @Deprecated
    public Serde<K> keySerde() {
        throw new UnsupportedOperationException("Joined.keySerde");
    }

    @Deprecated
    public Serde<VLeft> valueSerde() {
        throw new UnsupportedOperationException("Joined.valueSerde");
    }

    @Deprecated
    public Serde<VRight> otherValueSerde() {
        throw new UnsupportedOperationException("Joined.otherValueSerde");
    }
}
