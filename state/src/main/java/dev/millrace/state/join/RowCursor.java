package dev.millrace.state.join;

import dev.millrace.state.ByteCursor;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.overlay.EntryCursor;
import dev.millrace.state.window.WindowLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A walk over rows of the database and rows in memory, by their places in the database; no row is in both. */
final class RowCursor implements EntryCursor {
    private static final Comparator<Place> BY_BYTES = (a, b) -> Arrays.compareUnsigned(a.bytes, b.bytes);

    private final ByteCursor committed;
    private final List<Place> inMemory;
    private final ValueCodec values;
    private final boolean descending;
    private boolean started;
    private boolean hasCommitted;
    private int next;
    private @Nullable Row row;
    private byte[] place = new byte[0];

    /** A row in memory and its place. */
    static final class Place {
        private final byte[] bytes;
        private final Row row;

        Place(byte[] bytes, Row row) {
            this.bytes = bytes;
            this.row = row;
        }

        byte[] bytes() {
            return bytes;
        }

        Row row() {
            return row;
        }
    }

    /** @param inMemory in the order of the walk */
    RowCursor(ByteCursor committed, List<Place> inMemory, ValueCodec values, boolean descending) {
        this.committed = committed;
        this.inMemory = inMemory;
        this.values = values;
        this.descending = descending;
    }

    /** The rows in a range, in order. */
    static List<Place> between(List<Row> rows, WindowLayout layout, byte[] from, byte[] to, boolean descending) {
        List<Place> found = new ArrayList<>();
        for (Row row : rows) {
            byte[] bytes = row.place(layout);
            if (Arrays.compareUnsigned(bytes, from) >= 0 && Arrays.compareUnsigned(bytes, to) < 0) {
                found.add(new Place(bytes, row));
            }
        }
        found.sort(descending ? BY_BYTES.reversed() : BY_BYTES);
        return found;
    }

    @Override
    public boolean next() {
        if (!started || row == null) {
            hasCommitted = (!started || hasCommitted) && committed.next();
        }
        started = true;
        row = null;
        if (next < inMemory.size() && (!hasCommitted || isBefore(inMemory.get(next).bytes, committed.key()))) {
            Place found = inMemory.get(next++);
            row = found.row;
            place = found.bytes;
            return true;
        }
        if (hasCommitted) {
            place = committed.key();
        }
        return hasCommitted;
    }

    private boolean isBefore(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other) < 0 != descending;
    }

    @Override
    public byte[] key() {
        return place;
    }

    @Override
    public Object held() {
        return values.load(row == null ? committed.value() : Objects.requireNonNull(row.value()));
    }

    @Override
    public long timestamp() {
        return row == null ? values.timestampOf(committed.value()) : row.timestamp();
    }

    @Override
    public void close() {
        committed.close();
    }
}
