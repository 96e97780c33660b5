package dev.millrace.state.versioned;

import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.overlay.ValueFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one key that ended in one bucket, by their ends; a row of the past. Changed in place.
 *
 * <p>Versions do not overlap; where there is a gap between them, there was no value. A deletion is a version without a value
 * where no version ended with it: who writes a version before it must learn when it ends. One with nothing known around it is
 * of no length.
 *
 * <pre>
 *   row       | version ... |
 *   version   | from: 8 | to: 8 | n: 4 | value: n |        n = -1: no value
 * </pre>
 */
final class VersionHistory {
    private static final int ROW_BYTES = 48;
    private static final int VERSION_BYTES = 40;
    private static final int FIXED_BYTES = 2 * Long.BYTES + Integer.BYTES;
    private static final int NO_VALUE = -1;

    private final List<Version> versions = new ArrayList<>(2);
    private int weight = ROW_BYTES;

    /**
     * One version.
     *
     * @param held the value in its held form, null for none
     */
    record Version(long fromMs, long toMs, @Nullable Object held) {

        boolean covers(long timeMs) {
            return fromMs <= timeMs && timeMs < toMs;
        }

        boolean holdsAt(long timeMs) {
            return held != null && covers(timeMs);
        }
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    /** The first version that ends after a time, null if there is none. */
    @Nullable
    Version firstEndingAfter(long timeMs) {
        int at = indexOfFirst(timeMs, false);
        return at < versions.size() ? versions.get(at) : null;
    }

    /** The index of the first that ends after a time, or at it if {@code inclusive}. */
    private int indexOfFirst(long timeMs, boolean inclusive) {
        int low = 0;
        int high = versions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            long toMs = versions.get(middle).toMs;
            if (toMs > timeMs || (inclusive && toMs == timeMs)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Adds a version, unless it is there. Of two that end at the same time, the one of no length comes last. */
    void add(Version added, ValueFormat values) {
        int at = indexOfFirst(added.toMs, true);
        boolean withoutLength = added.fromMs == added.toMs;
        while (withoutLength && at < versions.size() && versions.get(at).toMs == added.toMs) {
            if (versions.get(at++).fromMs == added.fromMs) {
                return;
            }
        }
        versions.add(at, added);
        weight += weight(added, values);
    }

    void remove(Version removed, ValueFormat values) {
        versions.remove(removed);
        weight -= weight(removed, values);
    }

    int weight() {
        return weight;
    }

    private static int weight(Version version, ValueFormat values) {
        return VERSION_BYTES + (version.held == null ? 0 : values.weight(version.held));
    }

    // ---- bytes ----

    byte[] write(ValueCodec values) {
        List<byte @Nullable []> payloads = new ArrayList<>(versions.size());
        int length = 0;
        for (Version version : versions) {
            byte[] payload = version.held == null ? null : values.payload(version.held);
            payloads.add(payload);
            length += FIXED_BYTES + (payload == null ? 0 : payload.length);
        }
        ByteBuffer row = ByteBuffer.allocate(length);
        for (int i = 0; i < payloads.size(); i++) {
            row.putLong(versions.get(i).fromMs).putLong(versions.get(i).toMs);
            byte[] payload = payloads.get(i);
            row.putInt(payload == null ? NO_VALUE : payload.length);
            if (payload != null) {
                row.put(payload);
            }
        }
        return row.array();
    }

    static VersionHistory read(byte[] row, ValueCodec values) {
        VersionHistory history = new VersionHistory();
        ByteBuffer source = ByteBuffer.wrap(row);
        while (source.hasRemaining()) {
            long fromMs = source.getLong();
            long toMs = source.getLong();
            int length = source.getInt();
            Object held = null;
            if (length != NO_VALUE) {
                byte[] payload = new byte[length];
                source.get(payload);
                held = values.held(payload);
            }
            Version version = new Version(fromMs, toMs, held);
            history.versions.add(version);
            history.weight += weight(version, values);
        }
        return history;
    }

    /** How rows look in the overlay and in the database. */
    record Format(ValueCodec values) implements ValueFormat {
        @Override
        public Object load(byte[] stored) {
            return read(stored, values);
        }

        @Override
        public long timestampOf(byte[] stored) {
            return -1;
        }

        @Override
        public int weight(Object held) {
            return Objects.requireNonNull((VersionHistory) held).weight();
        }
    }
}
