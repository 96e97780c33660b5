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
    private boolean started;
    private boolean hasCommitted;
    private @Nullable Entry entry;
    private boolean onEntry;

    OverlayCursor(ByteCursor committed, SortedIndex.@Nullable Walk uncommitted, ValueFormat format) {
        this.committed = committed;
        this.uncommitted = uncommitted;
        this.format = format;
        this.descending = uncommitted != null && uncommitted.descending();
    }

    @Override
    public boolean next() {
        do {
            step();
        } while (onEntry && entry != null && entry.held == null);
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
        return onEntry ? Objects.requireNonNull(Objects.requireNonNull(entry).held) : format.load(committed.value());
    }

    @Override
    public long timestamp() {
        return onEntry ? Objects.requireNonNull(entry).timestamp : format.timestampOf(committed.value());
    }

    @Override
    public void close() {
        committed.close();
    }
}
