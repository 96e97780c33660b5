package dev.millrace.state.kind;

import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * What a user asked for when building a store.
 *
 * @param persistent whether it lives in the persistent database
 * @param timestamped whether user code sees values with their event time
 * @param keepsTimestamps whether the event time is stored; a timestamped store over a plain supplier shows -1
 * @param caching whether updates may be emitted later and de-duplicated
 * @param keySerde null for the configured default
 * @param valueSerde null for the configured default
 * @param windows null for a store without windows or sessions
 * @param maxEntries how many entries a key-value store keeps, {@link #NO_LIMIT} for all
 * @param headers what it does with headers
 */
public record StoreSpec(
        String name,
        boolean persistent,
        boolean timestamped,
        boolean keepsTimestamps,
        boolean caching,
        @Nullable Serde<?> keySerde,
        @Nullable Serde<?> valueSerde,
        @Nullable WindowSpec windows,
        int maxEntries,
        HeaderUse headers) {
    /** For a store that keeps all its entries. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    /** A store that keeps all its entries, and that does nothing with headers. */
    public StoreSpec(
            String name,
            boolean persistent,
            boolean timestamped,
            boolean keepsTimestamps,
            boolean caching,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            @Nullable WindowSpec windows) {
        this(
                name,
                persistent,
                timestamped,
                keepsTimestamps,
                caching,
                keySerde,
                valueSerde,
                windows,
                NO_LIMIT,
                HeaderUse.NONE);
    }

    /** The same without a cache. */
    StoreSpec withoutCaching() {
        return new StoreSpec(
                name,
                persistent,
                timestamped,
                keepsTimestamps,
                false,
                keySerde,
                valueSerde,
                windows,
                maxEntries,
                headers);
    }

    /**
     * How windows are kept.
     *
     * @param retentionMs how far window starts may lie behind the latest one; older windows are gone
     * @param sizeMs how long a window lasts; 0 for sessions, whose ends count instead of their starts
     * @param retainDuplicates whether values of the same key and window are kept side by side
     * @param timeOrdered whether a persistent store shows the windows of several keys by their start, as one in memory
     *     always does, and keeps the window that is as old as the retention; of sessions, whether it is for those whose
     *     results are sent on when they close
     */
    public record WindowSpec(long retentionMs, long sizeMs, boolean retainDuplicates, boolean timeOrdered) {}
}
