package dev.millrace.streams.state;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.kstream.EmitStrategy;
import java.time.Duration;
import java.util.Objects;

/** What a {@link DslStoreSuppliers} is told about the window store it makes (KIP-954). Immutable. */
public class DslWindowParams {
    private final String name;
    private final Duration retentionPeriod;
    private final Duration windowSize;
    private final boolean retainDuplicates;
    private final EmitStrategy emitStrategy;
    private final boolean isSlidingWindow;
    private final DslStoreFormat dslStoreFormat;

    /**
     * A store with or without timestamps.
     *
     * @deprecated use the constructor with a {@link DslStoreFormat}
     */
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // users should choose
    public DslWindowParams(
            String name,
            Duration retentionPeriod,
            Duration windowSize,
            boolean retainDuplicates,
            EmitStrategy emitStrategy,
            boolean isSlidingWindow,
            boolean isTimestamped) {
        this(
                name,
                retentionPeriod,
                windowSize,
                retainDuplicates,
                emitStrategy,
                isSlidingWindow,
                isTimestamped ? DslStoreFormat.TIMESTAMPED : DslStoreFormat.PLAIN);
    }

    /**
     * A store that keeps its values like this.
     *
     * @param name the name of the store
     * @param retentionPeriod how long windows are kept
     * @param windowSize the size of a window
     * @param retainDuplicates whether several values of a key may have the same time, as the sides of a join need it
     * @param emitStrategy when results are sent on
     * @param isSlidingWindow whether the store is for sliding windows
     * @param dslStoreFormat how values are kept
     * @throws NullPointerException if the name is null
     */
    public DslWindowParams(
            String name,
            Duration retentionPeriod,
            Duration windowSize,
            boolean retainDuplicates,
            EmitStrategy emitStrategy,
            boolean isSlidingWindow,
            DslStoreFormat dslStoreFormat) {
        this.name = Objects.requireNonNull(name, "name cannot be null");
        this.retentionPeriod = retentionPeriod;
        this.windowSize = windowSize;
        this.retainDuplicates = retainDuplicates;
        this.emitStrategy = emitStrategy;
        this.isSlidingWindow = isSlidingWindow;
        this.dslStoreFormat = dslStoreFormat;
    }

    /** The name of the store. */
    public String name() {
        return name;
    }

    /** How long windows are kept. */
    public Duration retentionPeriod() {
        return retentionPeriod;
    }

    /** The size of a window. */
    public Duration windowSize() {
        return windowSize;
    }

    /** Whether several values of a key may have the same time. */
    public boolean retainDuplicates() {
        return retainDuplicates;
    }

    /** When results are sent on. */
    public EmitStrategy emitStrategy() {
        return emitStrategy;
    }

    /** Whether the store is for sliding windows. */
    public boolean isSlidingWindow() {
        return isSlidingWindow;
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
                || (other instanceof DslWindowParams that
                        && name.equals(that.name)
                        && Objects.equals(retentionPeriod, that.retentionPeriod)
                        && Objects.equals(windowSize, that.windowSize)
                        && retainDuplicates == that.retainDuplicates
                        && Objects.equals(emitStrategy, that.emitStrategy)
                        && isSlidingWindow == that.isSlidingWindow
                        && dslStoreFormat == that.dslStoreFormat);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                name, retentionPeriod, windowSize, retainDuplicates, emitStrategy, isSlidingWindow, dslStoreFormat);
    }

    @Override
    public String toString() {
        return "DslWindowParams{name='" + name + "', retentionPeriod=" + retentionPeriod + ", windowSize=" + windowSize
                + ", retainDuplicates=" + retainDuplicates + ", emitStrategy=" + emitStrategy + ", isSlidingWindow="
                + isSlidingWindow + ", dslStoreFormat=" + dslStoreFormat + "}";
    }
}
