package dev.millrace.state.window;

import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.state.window.walk.WindowLayout;
import dev.millrace.state.window.walk.WindowRange;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.WindowStore;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A walk as a window store that the user supplied has it. Its rows are numbered in the order in which it gives those of one key
 * and start, so that a walk that goes on later finds where it was.
 */
public final class SuppliedCursor extends WindowCursor {
    private final WindowLayout layout;
    private final ValueCodec values;
    private final KeyValueIterator<Windowed<Bytes>, byte[]> rows;
    private byte[] place = new byte[0];
    private byte @Nullable [] value;

    private SuppliedCursor(
            WindowRange range, WindowLayout layout, ValueCodec values, KeyValueIterator<Windowed<Bytes>, byte[]> rows) {
        this.layout = layout;
        this.values = values;
        this.rows = rows;
        byte[] after = range.after();
        while (after != null && !Arrays.equals(place, after) && next()) {
            // What comes up to the place was seen.
        }
    }

    /** A walk over the windows of a range in a store of that layout and those values. */
    public static SuppliedCursor over(
            WindowStore<Bytes, byte[]> store, WindowRange range, WindowLayout layout, ValueCodec values) {
        Bytes from = range.keyFrom() == null ? null : Bytes.wrap(range.keyFrom());
        Bytes to = range.keyTo() == null ? null : Bytes.wrap(range.keyTo());
        KeyValueIterator<Windowed<Bytes>, byte[]> rows = range.descending()
                ? store.backwardFetch(from, to, range.fromMs(), range.toMs())
                : store.fetch(from, to, range.fromMs(), range.toMs());
        return new SuppliedCursor(range, layout, values, rows);
    }

    @Override
    public boolean next() {
        if (!rows.hasNext()) {
            return false;
        }
        KeyValue<Windowed<Bytes>, byte[]> row = rows.next();
        byte[] first = layout.of(row.key.key().get(), row.key.window().start(), 0);
        boolean another = place.length == first.length
                && Arrays.equals(place, 0, first.length - Integer.BYTES, first, 0, first.length - Integer.BYTES);
        place = another ? layout.next(place) : first;
        value = values.ofSupplied(row.value);
        return true;
    }

    @Override
    public byte[] place() {
        return place;
    }

    @Override
    public Object held() {
        return values.load(Objects.requireNonNull(value));
    }

    @Override
    public long timestamp() {
        return values.timestampOf(Objects.requireNonNull(value));
    }

    @Override
    public void close() {
        rows.close();
    }
}
