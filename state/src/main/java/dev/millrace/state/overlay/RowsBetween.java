package dev.millrace.state.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A walk over rows of a range that are collected when it begins: first add them, then sort them. */
public final class RowsBetween implements EntryWalk {
    private static final Comparator<Row> BY_KEY = (one, other) -> Arrays.compareUnsigned(one.key, other.key);

    private final byte[] from;
    private final byte[] to;
    private final List<Row> rows = new ArrayList<>();
    private int next;

    private static final class Row {
        final byte[] key;
        final @Nullable Object held;
        final long timestamp;

        Row(byte[] key, @Nullable Object held, long timestamp) {
            this.key = key;
            this.held = held;
            this.timestamp = timestamp;
        }
    }

    /**
     * No rows yet.
     *
     * @param from where the range begins
     * @param to behind where it ends
     */
    public RowsBetween(byte[] from, byte[] to) {
        this.from = from;
        this.to = to;
    }

    /** Adds a row, unless its key is outside. */
    public void add(byte[] key, @Nullable Object held, long timestamp) {
        if (Arrays.compareUnsigned(key, from) >= 0 && Arrays.compareUnsigned(key, to) < 0) {
            rows.add(new Row(key, held, timestamp));
        }
    }

    /** Puts them in order. */
    public RowsBetween sorted(boolean descending) {
        rows.sort(descending ? BY_KEY.reversed() : BY_KEY);
        return this;
    }

    @Override
    public boolean next() {
        return next++ < rows.size();
    }

    private Row row() {
        return rows.get(next - 1);
    }

    @Override
    public byte[] key() {
        return row().key;
    }

    @Override
    public @Nullable Object held() {
        return row().held;
    }

    @Override
    public long timestamp() {
        return row().timestamp;
    }
}
