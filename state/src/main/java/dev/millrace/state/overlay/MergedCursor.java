package dev.millrace.state.overlay;

import dev.millrace.state.database.ByteCursor;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the content of a store in key order: what the database has, with what is in memory laid over it.
 *
 * <p>Two sorted walks are merged. Where both have a key, memory counts; if there is no value, the key was deleted and is left out.
 */
public final class MergedCursor implements EntryCursor {
    private final ByteCursor committed;
    private final EntryWalk inMemory;
    private final ValueFormat format;
    private final boolean descending;
    private boolean started;
    private boolean hasCommitted;
    private boolean hasInMemory;

    /** Whether it is at what is in memory. */
    private boolean over;

    /** Merges two walks that have the same direction. */
    public MergedCursor(ByteCursor committed, EntryWalk inMemory, ValueFormat format, boolean descending) {
        this.committed = committed;
        this.inMemory = inMemory;
        this.format = format;
        this.descending = descending;
    }

    /** What the database has, and nothing else. */
    public static MergedCursor of(ByteCursor committed, ValueFormat format, boolean descending) {
        return new MergedCursor(committed, NoEntries.WALK, format, descending);
    }

    @Override
    public boolean next() {
        do {
            step();
        } while (over && inMemory.held() == null);
        return over || hasCommitted;
    }

    private void step() {
        boolean first = !started;
        started = true;
        if (first || !over) {
            hasCommitted = (first || hasCommitted) && committed.next();
        }
        if (first || over) {
            hasInMemory = inMemory.next();
        }
        over = hasInMemory && (!hasCommitted || inMemoryComesFirst());
    }

    /** Passes over what the database has of a key that is in memory as well. */
    private boolean inMemoryComesFirst() {
        int order = Arrays.compareUnsigned(inMemory.key(), committed.key());
        if (order == 0) {
            hasCommitted = committed.next();
        }
        return order == 0 || order < 0 != descending;
    }

    @Override
    public byte[] key() {
        return over ? inMemory.key() : committed.key();
    }

    @Override
    public Object held() {
        return over ? Objects.requireNonNull(inMemory.held()) : format.load(committed.value());
    }

    @Override
    public long timestamp() {
        return over ? inMemory.timestamp() : format.timestampOf(committed.value());
    }

    @Override
    public void close() {
        committed.close();
    }

    /** The walk over nothing. */
    private enum NoEntries implements EntryWalk {
        WALK;

        @Override
        public boolean next() {
            return false;
        }

        @Override
        public byte[] key() {
            throw new IllegalStateException("There is no entry here");
        }

        @Override
        public @Nullable Object held() {
            throw new IllegalStateException("There is no entry here");
        }

        @Override
        public long timestamp() {
            throw new IllegalStateException("There is no entry here");
        }
    }
}
