package dev.millrace.state.overlay;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries of an overlay's index, as a walk: with their values, or those that downstream knows. */
final class IndexedEntries implements EntryWalk {
    private final SortedIndex.Walk walk;
    private final boolean emitted;
    private @Nullable Entry entry;

    /** @param emitted whether to show of an entry what downstream knows, and not what was written since */
    IndexedEntries(SortedIndex.Walk walk, boolean emitted) {
        this.walk = walk;
        this.emitted = emitted;
    }

    @Override
    public boolean next() {
        entry = walk.next();
        return entry != null;
    }

    private Entry entry() {
        return Objects.requireNonNull(entry);
    }

    @Override
    public byte[] key() {
        return entry().key;
    }

    @Override
    public @Nullable Object held() {
        return emitted ? entry().emitted() : entry().held();
    }

    @Override
    public long timestamp() {
        return emitted ? entry().emittedTimestamp() : entry().timestamp;
    }
}
