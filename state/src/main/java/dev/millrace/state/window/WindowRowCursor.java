package dev.millrace.state.window;

import dev.millrace.state.ByteCursor;
import dev.millrace.state.overlay.EntryCursor;
import dev.millrace.state.overlay.ValueFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A walk over windows of the database, with those in memory laid over it. */
final class WindowRowCursor implements EntryCursor {
    private final ByteCursor committed;
    private final List<WindowRow> inMemory;
    private final ValueFormat format;
    private final boolean descending;
    private int next;
    private boolean started;
    private boolean hasCommitted;
    private @Nullable WindowRow row;

    /** @param inMemory in the order of the walk */
    WindowRowCursor(ByteCursor committed, List<WindowRow> inMemory, ValueFormat format, boolean descending) {
        this.committed = committed;
        this.inMemory = inMemory;
        this.format = format;
        this.descending = descending;
    }

    @Override
    public boolean next() {
        do {
            if (!started || row == null) {
                hasCommitted = (!started || hasCommitted) && committed.next();
            }
            started = true;
            row = nextInMemory();
        } while (row != null && row.held() == null);
        return row != null || hasCommitted;
    }

    /** The next row in memory if it comes first; passes over what the database has at the same place. */
    private @Nullable WindowRow nextInMemory() {
        if (next == inMemory.size()) {
            return null;
        }
        WindowRow candidate = inMemory.get(next);
        int order = hasCommitted ? Arrays.compareUnsigned(candidate.place(), committed.key()) : 0;
        if (hasCommitted && order == 0) {
            hasCommitted = committed.next();
        } else if (order != 0 && order > 0 != descending) {
            return null;
        }
        next++;
        return candidate;
    }

    @Override
    public byte[] key() {
        return row == null ? committed.key() : row.place();
    }

    @Override
    public Object held() {
        return row == null ? format.load(committed.value()) : Objects.requireNonNull(row.held());
    }

    @Override
    public long timestamp() {
        return row == null ? format.timestampOf(committed.value()) : row.timestamp();
    }

    @Override
    public void close() {
        committed.close();
    }
}
