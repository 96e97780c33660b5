package dev.millrace.streams.state;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.kstream.EmitStrategy;
import java.time.Duration;
import java.util.Objects;

/** What a {@link DslStoreSuppliers} is told about the session store it makes (KIP-954). Immutable. */
public class DslSessionParams {
    private final String name;
    private final Duration retentionPeriod;
    private final EmitStrategy emitStrategy;
    private final DslStoreFormat storeFormat;

    /**
     * A store that keeps aggregates alone.
     *
     * @deprecated use {@link #DslSessionParams(String, Duration, EmitStrategy, DslStoreFormat)}
     */
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // users should choose
    public DslSessionParams(String name, Duration retentionPeriod, EmitStrategy emitStrategy) {
        this(name, retentionPeriod, emitStrategy, DslStoreFormat.PLAIN);
    }

    /**
     * A store that keeps its aggregates like this.
     *
     * @param name the name of the store
     * @param retentionPeriod how long sessions are kept
     * @param emitStrategy when results are sent on
     * @param storeFormat how aggregates are kept
     * @throws NullPointerException if the name is null
     */
    public DslSessionParams(
            String name, Duration retentionPeriod, EmitStrategy emitStrategy, DslStoreFormat storeFormat) {
        this.name = Objects.requireNonNull(name, "name cannot be null");
        this.retentionPeriod = retentionPeriod;
        this.emitStrategy = emitStrategy;
        this.storeFormat = storeFormat;
    }

    /** The name of the store. */
    public String name() {
        return name;
    }

    /** How long sessions are kept. */
    public Duration retentionPeriod() {
        return retentionPeriod;
    }

    /** When results are sent on. */
    public EmitStrategy emitStrategy() {
        return emitStrategy;
    }

    /** How the store keeps its aggregates. */
    public DslStoreFormat storeFormat() {
        return storeFormat;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof DslSessionParams that
                        && name.equals(that.name)
                        && Objects.equals(retentionPeriod, that.retentionPeriod)
                        && Objects.equals(emitStrategy, that.emitStrategy)
                        && storeFormat == that.storeFormat);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, retentionPeriod, emitStrategy, storeFormat);
    }

    @Override
    public String toString() {
        return "DslSessionParams{name='" + name + "', retentionPeriod=" + retentionPeriod + ", emitStrategy="
                + emitStrategy + ", storeFormat=" + storeFormat + "}";
    }
}
