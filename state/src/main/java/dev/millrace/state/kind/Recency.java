package dev.millrace.state.kind;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
    private final Set<Bytes> evicted = new HashSet<>();
    private long bytes;

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
        evicted.add(eldest);
        return eldest.get();
    }

    /** Whether a key is gone because there was no room for it, since the last commit. */
    boolean evicted(byte[] key) {
        return evicted.contains(Bytes.wrap(key));
    }

    void committed() {
        evicted.clear();
    }
}
