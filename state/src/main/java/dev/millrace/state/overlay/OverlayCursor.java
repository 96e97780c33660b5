package dev.millrace.state.overlay;

import dev.millrace.state.ByteCursor;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the content of a store in key order: what is committed, with the uncommitted writes laid over it.
 *
 * <p>Two sorted walks are merged. Where both have a key, the overlay's entry counts; if that has no value, the key was
 * deleted and is left out.
 */
public final class OverlayCursor implements EntryCursor {
    private final ByteCursor committed;
    private final SortedIndex.@Nullable Walk uncommitted;
    private final ValueFormat format;
    private final boolean descending;
    private final boolean emitted;
    private boolean started;
    private boolean hasCommitted;
    private @Nullable Entry entry;
    private boolean onEntry;

    /** @param emitted whether to show of an entry what downstream knows, and not what was written since */
    OverlayCursor(ByteCursor committed, SortedIndex.@Nullable Walk uncommitted, ValueFormat format, boolean emitted) {
        this.committed = committed;
        this.uncommitted = uncommitted;
        this.format = format;
        this.emitted = emitted;
        this.descending = uncommitted != null && uncommitted.descending();
    }

    @Override
    public boolean next() {
        do {
            step();
        } while (onEntry && entry != null && held(entry) == null);
        return onEntry ? entry != null : hasCommitted;
    }

    private void step() {
        boolean first = !started;
        started = true;
        if (first || !onEntry) {
            hasCommitted = (first || hasCommitted) && committed.next();
        }
        if (uncommitted == null) {
            return;
        }
        if (first || onEntry) {
            entry = uncommitted.next();
        }
        choose();
    }

    /** Puts the cursor on the side that comes first; passes over the committed value of a key that was written since. */
    private void choose() {
        if (entry == null || !hasCommitted) {
            onEntry = entry != null;
            return;
        }
        int order = Arrays.compareUnsigned(entry.key, committed.key());
        if (order == 0) {
            hasCommitted = committed.next();
        }
        onEntry = order == 0 || order < 0 != descending;
    }

    @Override
    public byte[] key() {
        return onEntry ? Objects.requireNonNull(entry).key : committed.key();
    }

    @Override
    public Object held() {
        return onEntry ? Objects.requireNonNull(held(Objects.requireNonNull(entry))) : format.load(committed.value());
    }

    @Override
    public long timestamp() {
        return onEntry ? timestamp(Objects.requireNonNull(entry)) : format.timestampOf(committed.value());
    }

    private @Nullable Object held(Entry of) {
        return emitted ? of.emitted() : of.held();
    }

    private long timestamp(Entry of) {
        return emitted ? of.emittedTimestamp() : of.timestamp;
    }

    @Override
    public void close() {
        committed.close();
    }
}
