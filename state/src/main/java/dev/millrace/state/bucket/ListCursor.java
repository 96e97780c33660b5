package dev.millrace.state.bucket;

import dev.millrace.state.database.ByteCursor;
import dev.millrace.streams.KeyValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A walk over rows that were read beforehand. */
public final class ListCursor implements ByteCursor {
    private static final Comparator<KeyValue<byte[], byte[]>> BY_KEY =
            (one, other) -> Arrays.compareUnsigned(one.key, other.key);

    private final List<KeyValue<byte[], byte[]>> rows;
    private int next;

    private ListCursor(List<KeyValue<byte[], byte[]>> rows) {
        this.rows = rows;
    }

    /** A walk by key; the list becomes the cursor's. */
    public static ListCursor sorted(List<KeyValue<byte[], byte[]>> rows, boolean descending) {
        rows.sort(descending ? BY_KEY.reversed() : BY_KEY);
        return new ListCursor(rows);
    }

    @Override
    public boolean next() {
        if (next < rows.size()) {
            next++;
            return true;
        }
        return false;
    }

    @Override
    public byte[] key() {
        return rows.get(next - 1).key;
    }

    @Override
    public byte[] value() {
        return rows.get(next - 1).value;
    }

    @Override
    public void close() {}
}
