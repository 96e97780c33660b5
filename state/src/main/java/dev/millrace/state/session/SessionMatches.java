package dev.millrace.state.session;

import dev.millrace.state.FoundSessions;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.overlay.Entry;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sessions that a store found last, for one key: used again for every search. */
final class SessionMatches implements FoundSessions {
    private final ValueCodec codec;
    private byte[] key = {};
    /** Null for one that was deleted. */
    private @Nullable Entry[] entries = new Entry[4];

    private long[] startsMs = new long[4];
    private long[] endsMs = new long[4];
    private @Nullable Object[] values = new Object[4];
    private int count;

    SessionMatches(ValueCodec codec) {
        this.codec = codec;
    }

    void pointAt(byte[] target, @Nullable KeySessions sessions, long endFromMs, long startToMs) {
        Arrays.fill(values, 0, count, null);
        key = target;
        count = 0;
        for (int i = 0; sessions != null && i < sessions.count(); i++) {
            Entry entry = sessions.at(i);
            long endMs = SessionLayout.endMs(entry.key());
            long startMs = SessionLayout.startMs(entry.key());
            if (endMs >= endFromMs && startMs <= startToMs) {
                add(entry, startMs, endMs);
            }
        }
    }

    private void add(Entry entry, long startMs, long endMs) {
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, count * 2);
            startsMs = Arrays.copyOf(startsMs, count * 2);
            endsMs = Arrays.copyOf(endsMs, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        entries[count] = entry;
        startsMs[count] = startMs;
        endsMs[count] = endMs;
        count++;
    }

    /** The key that was asked for. */
    byte[] key() {
        return key;
    }

    /** Null if it was removed. */
    @Nullable
    Entry entry(int number) {
        return entries[number];
    }

    /** A session was deleted. */
    void removed(int number) {
        entries[number] = null;
    }

    /** The session with these bounds; if there is none, the last, which can best take them on. */
    @Nullable
    Entry heir(long startMs, long endMs) {
        for (int i = 0; i < count; i++) {
            if (startsMs[i] == startMs && endsMs[i] == endMs) {
                return entries[i];
            }
        }
        return count == 0 ? null : entries[count - 1];
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long startMs(int number) {
        return startsMs[number];
    }

    @Override
    public long endMs(int number) {
        return endsMs[number];
    }

    @Override
    public Object value(int number) {
        Object value = values[number];
        if (value == null) {
            value = codec.read(Objects.requireNonNull(entries[number].held()));
            values[number] = value;
        }
        return value;
    }
}
