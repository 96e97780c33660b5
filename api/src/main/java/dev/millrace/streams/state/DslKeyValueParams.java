package dev.millrace.streams.state;

import dev.millrace.streams.DslStoreFormat;
import java.util.Objects;

/** What a {@link DslStoreSuppliers} is told about the key-value store it makes (KIP-954). Immutable. */
public class DslKeyValueParams {
    private final String name;
    private final DslStoreFormat dslStoreFormat;

    /**
     * A store with or without timestamps.
     *
     * @deprecated use {@link #DslKeyValueParams(String, DslStoreFormat)}
     */
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // users should choose
    public DslKeyValueParams(String name, boolean isTimestamped) {
        this(name, isTimestamped ? DslStoreFormat.TIMESTAMPED : DslStoreFormat.PLAIN);
    }

    /**
     * A store that keeps its values like this.
     *
     * @throws NullPointerException if one is null
     */
    public DslKeyValueParams(String name, DslStoreFormat dslStoreFormat) {
        this.name = Objects.requireNonNull(name, "name cannot be null");
        this.dslStoreFormat = Objects.requireNonNull(dslStoreFormat, "dslStoreFormat cannot be null");
    }

    /** The name of the store. */
    public String name() {
        return name;
    }

    /**
     * Whether the store keeps exactly values and timestamps.
     *
     * @deprecated use {@link #dslStoreFormat}
     */
    @Deprecated
    public boolean isTimestamped() {
        return dslStoreFormat == DslStoreFormat.TIMESTAMPED;
    }

    /** How the store keeps its values. */
    public DslStoreFormat dslStoreFormat() {
        return dslStoreFormat;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof DslKeyValueParams that
                        && name.equals(that.name)
                        && dslStoreFormat == that.dslStoreFormat);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, dslStoreFormat);
    }

    @Override
    public String toString() {
        return "DslKeyValueParams{name='" + name + "', dslStoreFormat=" + dslStoreFormat + "}";
    }
}
