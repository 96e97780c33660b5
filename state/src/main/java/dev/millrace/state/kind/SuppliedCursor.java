package dev.millrace.state.kind;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A walk as a window store that the user supplied has it. Its rows are numbered in the order in which it gives those of one key
 * and start, so that a walk that goes on later finds where it was.
 */
final class SuppliedCursor extends WindowCursor {
    private final WindowLayout layout;
    private final ValueCodec values;
    private final KeyValueIterator<Windowed<Bytes>, byte[]> rows;
    private byte[] place = new byte[0];
    private byte @Nullable [] value;

    SuppliedCursor(
            WindowRange range, WindowLayout layout, ValueCodec values, KeyValueIterator<Windowed<Bytes>, byte[]> rows) {
        this.layout = layout;
        this.values = values;
        this.rows = rows;
        byte[] after = range.after;
        while (after != null && !Arrays.equals(place, after) && next()) {
            // What comes up to the place was seen.
        }
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
