package dev.millrace.state.overlay;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all overlays of a process may hold together. Safe for any thread.
 *
 * <p>Two bounds: for everything an overlay holds, which makes tasks commit early and forget clean entries; and for cached
 * updates, those that caching stores have not emitted yet, which makes them emit early. Tasks count for themselves in a
 * {@link MemoryAccount} and report now and then, so the sums here are a little behind.
 */
public final class MemoryBudget {
    final long overlayLimitBytes;
    final long cacheLimitBytes;
    final AtomicLong overlayBytes = new AtomicLong();
    final AtomicLong cacheBytes = new AtomicLong();
    final AtomicInteger accounts = new AtomicInteger();

    /**
     * @param overlayLimitBytes bound for uncommitted changes and hot entries
     * @param cacheLimitBytes bound for updates not yet emitted; 0 turns caching off
     */
    public MemoryBudget(long overlayLimitBytes, long cacheLimitBytes) {
        this.overlayLimitBytes = overlayLimitBytes;
        this.cacheLimitBytes = cacheLimitBytes;
    }

    /** Bytes held by all overlays, as last reported. */
    public long overlayBytes() {
        return overlayBytes.get();
    }

    /** Bytes of updates that wait to be emitted, as last reported. */
    public long cacheBytes() {
        return cacheBytes.get();
    }

    /** An account for one more task. */
    public MemoryAccount open() {
        return new MemoryAccount(this);
    }
}
