package dev.millrace.streams.state;

import java.util.Objects;
import java.util.Optional;

/**
 * One version of a value: since when it holds, and until when, as far as that is known (KIP-889).
 *
 * <p>Immutable, as far as the value is.
 *
 * @param <V> the type of the value
 */
public final class VersionedRecord<V> {
    private final V value;
    private final long timestamp;
    private final Optional<Long> validTo;

    private VersionedRecord(V value, long timestamp, Optional<Long> validTo) {
        this.value = Objects.requireNonNull(value, "value cannot be null");
        this.timestamp = timestamp;
        this.validTo = validTo;
    }

    /**
     * The version that still holds.
     *
     * @throws NullPointerException if the value is null
     */
    public VersionedRecord(V value, long timestamp) {
        this(value, timestamp, Optional.empty());
    }

    /**
     * A version that holds until this time, which no longer belongs to it.
     *
     * @throws NullPointerException if the value is null
     */
    public VersionedRecord(V value, long timestamp, long validTo) {
        this(value, timestamp, Optional.of(validTo));
    }

    /** The value, never null. */
    public V value() {
        return value;
    }

    /** Since when it holds, in milliseconds since the epoch. */
    public long timestamp() {
        return timestamp;
    }

    /** Until when it holds, not included; empty if it still does. */
    public Optional<Long> validTo() {
        return validTo;
    }

    @Override
    public String toString() {
        return "<" + value + "," + timestamp + "," + validTo + ">";
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof VersionedRecord<?> that
                        && timestamp == that.timestamp
                        && validTo.equals(that.validTo)
                        && value.equals(that.value));
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, timestamp, validTo);
    }
}
