package dev.millrace.state.overlay;

import dev.millrace.state.OriginSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * An update of one key that waits to be emitted: what the value was when the key was last emitted, and the record that wrote
 * it last.
 */
final class CachedUpdate {
    /** What the cache is charged for an update beside its key and value: the entry has paid its own memory in the overlay. */
    static final int OVERHEAD_BYTES = 40;

    final Entry entry;

    /** The key as downstream gets it. */
    final Object key;

    final @Nullable Object heldBefore;
    OriginSnapshot writer;

    /** The how-manieth write of its store wrote it last. */
    long turn;

    /** What the update is charged with in the cache. */
    int weight;

    CachedUpdate(Entry entry, Object key, OriginSnapshot writer) {
        this.entry = entry;
        this.key = key;
        this.heldBefore = entry.held;
        this.writer = writer;
    }
}
