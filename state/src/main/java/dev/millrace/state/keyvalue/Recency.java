package dev.millrace.state.keyvalue;

import dev.millrace.state.overlay.Entry;
import dev.millrace.state.overlay.Overlay;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a store that keeps only so many entries, the one used longest ago first.
 *
 * <p>A cache in front of such a store keeps entries of its own, beyond that number: they go only when there are more bytes of
 * entries than the cache may have.
 */
final class Recency {
    private static final float LOAD_FACTOR = 0.75f;

    private final int maxEntries;
    private final long cacheBytes;
    private final Map<Bytes, Integer> weights = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private final Map<Bytes, Evicted> evicted = new LinkedHashMap<>();
    private long bytes;

    /** What a key had that was evicted since the last commit, if that was not committed yet. */
    private record Evicted(Entry entry, @Nullable Object uncommitted, long timestamp) {}

    /** Takes the value that a key had when it was evicted. */
    interface EvictedTaker {
        void take(Entry entry, Object held, long timestamp);
    }

    /** @param cacheBytes the size of the cache in front of the store, 0 for none */
    Recency(int maxEntries, long cacheBytes) {
        this.maxEntries = maxEntries;
        this.cacheBytes = cacheBytes;
    }

    /** A key was read. */
    void used(byte[] key) {
        weights.get(Bytes.wrap(key));
    }

    /** A key was written. */
    void written(byte[] key, int weight) {
        Bytes wrapped = Bytes.wrap(key);
        Integer before = weights.put(wrapped, weight);
        bytes += weight - (before == null ? 0 : before);
        evicted.remove(wrapped);
    }

    /** A key was deleted. */
    void deleted(byte[] key) {
        Bytes wrapped = Bytes.wrap(key);
        Integer before = weights.remove(wrapped);
        bytes -= before == null ? 0 : before;
        evicted.remove(wrapped);
    }

    /** Forgets the key used longest ago and returns it, if there are too many; else null. */
    byte @Nullable [] evict() {
        if (weights.size() <= maxEntries || bytes <= cacheBytes) {
            return null;
        }
        Bytes eldest = weights.keySet().iterator().next();
        deleted(eldest.get());
        return eldest.get();
    }

    /**
     * A key is gone because there is no room for it.
     *
     * @param dirty whether its value is not committed yet
     */
    void evicted(Entry entry, boolean dirty) {
        evicted.put(Bytes.wrap(entry.key()), new Evicted(entry, dirty ? entry.held() : null, entry.timestamp()));
    }

    /** Goes through the values that were written and evicted since the last commit. */
    void forEachEvicted(EvictedTaker taker) {
        evicted.values().forEach(gone -> {
            if (gone.uncommitted != null) {
                taker.take(gone.entry, gone.uncommitted, gone.timestamp);
            }
        });
    }

    /** Whether a key is gone because there was no room for it, since the last commit. */
    boolean evicted(byte[] key) {
        return evicted.containsKey(Bytes.wrap(key));
    }

    /** The numbers of the unwritten entries in the order in which they were used; first those that have no value. */
    int[] order(Overlay overlay) {
        Map<Bytes, Integer> ranks = new HashMap<>();
        weights.keySet().forEach(key -> ranks.put(key, ranks.size()));
        return IntStream.range(0, overlay.unwritten().size())
                .boxed()
                .sorted(Comparator.comparing(number -> ranks.getOrDefault(
                        Bytes.wrap(overlay.unwritten().at(number).key()), -1)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    void committed() {
        evicted.clear();
    }
}
