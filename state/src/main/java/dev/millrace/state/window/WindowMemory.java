package dev.millrace.state.window;

import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.overlay.EntryCursor;
import dev.millrace.state.overlay.KeyHash;
import dev.millrace.state.overlay.KeyTable;
import dev.millrace.state.overlay.MemoryAccount;
import dev.millrace.state.overlay.MergedCursor;
import dev.millrace.state.overlay.NoBytes;
import dev.millrace.state.overlay.RowsBetween;
import dev.millrace.state.overlay.ValueFormat;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.state.window.walk.WindowLayout;
import dev.millrace.state.window.walk.WindowRange;
import dev.millrace.state.window.walk.WindowSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The windows of a store that are in memory: what the database does not have yet, and what is likely to be asked for. For windows it
 * is what the {@link dev.millrace.state.overlay.Overlay} is for other entries.
 *
 * <pre>
 *   table    hash of a key -> its windows: | row | row | row | row |          {@link KeyWindows}
 *                                                         ^ asked for, written
 *   dirty      keys with windows that were written since the last commit
 *   unwritten  keys with windows that the database does not have yet
 *
 *   starts   |--------------------------|=========================>
 *             in the database, with      everything is here, of keys that are here and of others
 *             what is unwritten over it  ^ completeFromMs
 * </pre>
 *
 * <p><b>What is not here.</b> The dearest reads are those that find nothing: every new window costs a look into the database
 * that comes back empty-handed. So it is remembered from which start on nothing is missing, of each key and of those that have
 * no windows here. A store that began empty is complete.
 *
 * <p><b>When memory is short</b> a clock hand goes round the keys. It lets the early windows of a key go that nobody asks for any
 * more, and all windows of a key that was not asked for since it last came by; never what the database does not have.
 */
final class WindowMemory {
    private static final int HAND_STEPS = 8;
    private static final int ANY = 0;

    /** What an unwritten window will take beside its row and key when it is written: the batch has it once more. */
    private static final int WRITE_BYTES = 80;

    private final OrderedBytes database;
    private final ValueFormat format;
    private final WindowSpan span;
    private final MemoryAccount account;
    private final KeyTable<KeyWindows> table = new KeyTable<>();
    private final List<KeyWindows> dirty = new ArrayList<>();
    private final UnwrittenKeys unwritten = new UnwrittenKeys();

    private KeyWindows[] expected = new KeyWindows[0];
    private long completeFromMs;
    private long dirtyBytes;
    private long cleanBytes;
    private long writeBytes;

    /** The latest start that was asked for, and by how much others asked for earlier ones, of late. */
    private long latestAskedMs = Long.MIN_VALUE;

    private long lagMs;

    /** Of no meaning; keeps {@link #expect} from being optimized away. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    WindowMemory(OrderedBytes database, ValueFormat format, WindowSpan span, MemoryAccount account) {
        this.database = database;
        this.format = format;
        this.span = span;
        this.account = account;
        clear();
    }

    // ---- keys ----

    /**
     * The windows of a key that is asked about.
     *
     * @param fromStartMs the first window that is wanted
     */
    KeyWindows of(byte[] key, long fromStartMs) {
        latestAskedMs = Math.max(latestAskedMs, fromStartMs);
        lagMs = Math.max(lagMs, latestAskedMs - fromStartMs);
        if (account.full()) {
            makeRoom(HAND_STEPS);
        }
        int hash = KeyHash.of(key, key.length);
        KeyWindows known = table.get(key, key.length, hash);
        if (known == null) {
            KeyWindows added = new KeyWindows(key.clone(), hash, completeFromMs);
            table.add(added);
            clean(added.bytes());
            return added;
        }
        known.recentlyUsed = true;
        return known;
    }

    /** The same windows, after the table may have let them go. */
    KeyWindows again(KeyWindows windows, long fromStartMs) {
        return windows.gone ? of(windows.key(), fromStartMs) : windows;
    }

    /** Says that these keys are asked for next: what is read then is read now, of all at the same time. */
    void expect(int count, IntFunction<byte @Nullable []> keys) {
        if (expected.length < count) {
            expected = new KeyWindows[count];
        }
        int found = 0;
        for (int i = 0; i < count; i++) {
            byte[] key = keys.apply(i);
            KeyWindows windows = key == null ? null : table.atFirstPlace(KeyHash.of(key, key.length));
            if (windows != null) {
                expected[found++] = windows;
            }
        }
        for (int i = 0; i < found; i++) {
            touched += expected[i].touch();
        }
        for (int i = 0; i < found; i++) {
            touched += expected[i].touchRows();
        }
    }

    /** What is here under a key, or null. */
    @Nullable
    KeyWindows known(byte[] key) {
        return table.get(key);
    }

    /** All keys that are here, in no order. */
    void forEach(Consumer<KeyWindows> action) {
        table.forEach(action);
    }

    // ---- windows ----

    /**
     * The number of the row of a window, which is added if there is none.
     *
     * @param load whether its value must be known; if not, it must be written at once
     */
    int find(KeyWindows windows, long startMs, boolean load) {
        int number = windows.find(startMs);
        if (number >= 0) {
            return number;
        }
        int added = insert(windows, startMs);
        if (load && startMs < windows.completeFromMs()) {
            byte[] stored = database.get(span.layout().of(windows.key(), startMs, 0));
            if (stored != null) {
                load(windows, added, format.load(stored), format.timestampOf(stored));
            }
        }
        return added;
    }

    private int insert(KeyWindows windows, long startMs) {
        int before = windows.bytes();
        int number = windows.insert(startMs);
        if (windows.bytes() != before) {
            clean(windows.bytes() - before);
        }
        return number;
    }

    private void load(KeyWindows windows, int number, Object held, long timestamp) {
        windows.hold(number, held, timestamp);
        clean(weight(held));
    }

    /** Of a value that does not lie in its row. */
    private int weight(@Nullable Object held) {
        return held == null || held instanceof Long ? 0 : format.weight(held);
    }

    /** Sets the value of a window as it was committed once; null deletes. */
    void restore(byte[] key, long startMs, byte @Nullable [] stored) {
        KeyWindows windows = of(key, startMs);
        int number = find(windows, startMs, false);
        clean(-weight(windows.held(number)));
        windows.hold(number, null, -1);
        if (stored != null) {
            load(windows, number, format.load(stored), format.timestampOf(stored));
        }
    }

    /** Sets the value of a window; null deletes. */
    void write(KeyWindows windows, int number, @Nullable Object held, long timestamp) {
        int added = weight(held) - weight(windows.held(number));
        if (!windows.is(number, KeyWindows.DIRTY)) {
            becomesDirty(windows, number);
        }
        windows.hold(number, held, timestamp);
        if (added != 0) {
            dirty(added);
        }
    }

    private void becomesDirty(KeyWindows windows, int number) {
        if (!windows.is(number, KeyWindows.UNWRITTEN)) {
            int bytes = bytes(windows, number);
            clean(-bytes);
            dirty(bytes + WRITE_BYTES + windows.key().length);
            writeBytes += WRITE_BYTES + windows.key().length;
        }
        windows.mark(number, KeyWindows.DIRTY | KeyWindows.UNWRITTEN);
        if (!windows.hasValue(number)) {
            windows.mark(number, KeyWindows.ABSENT_BEFORE);
        }
        if (!windows.dirty) {
            windows.dirty = true;
            dirty.add(windows);
        }
        if (!windows.unwritten) {
            windows.unwritten = true;
            unwritten.add(windows);
        }
    }

    private int bytes(KeyWindows windows, int number) {
        return KeyWindows.ROW_BYTES + weight(windows.held(number));
    }

    // ---- the windows of a key around a time ----

    /**
     * The number of the latest window with a value that starts before a time, or else of the first. From there on no window of the
     * key is missing.
     */
    int latestBefore(KeyWindows windows, long startMs) {
        int number = latestWithValue(windows, startMs);
        if (number >= windows.first() && windows.startMs(number) >= windows.completeFromMs()) {
            return number;
        }
        if (windows.completeFromMs() > Long.MIN_VALUE) {
            complete(windows, startMs);
            number = latestWithValue(windows, startMs);
        }
        return Math.max(windows.first(), number);
    }

    /** Less than the first if there is none. */
    private static int latestWithValue(KeyWindows windows, long beforeMs) {
        int number = windows.from(beforeMs) - 1;
        while (number >= windows.first() && !windows.hasValue(number)) {
            number--;
        }
        return number;
    }

    /** Reads what is missing, back to the latest window with a value before a time. */
    private void complete(KeyWindows windows, long startMs) {
        WindowRange missing = WindowRange.ofKey(windows.key(), 0, windows.completeFromMs() - 1, true);
        long completeMs = Long.MIN_VALUE;
        try (WindowCursor cursor = span.scan(this::scanWritten, missing, false)) {
            while (completeMs == Long.MIN_VALUE && cursor.next()) {
                int number = windows.find(cursor.startMs());
                if (number < 0) {
                    number = insert(windows, cursor.startMs());
                    load(windows, number, cursor.held(), cursor.timestamp());
                }
                if (cursor.startMs() < startMs && windows.hasValue(number)) {
                    completeMs = cursor.startMs();
                }
            }
        }
        windows.completeFrom(completeMs);
    }

    // ---- many windows ----

    /** The windows with a value from one place to before another of the same bucket, as they are now. */
    EntryCursor scan(byte[] from, byte[] to, boolean descending) {
        return scan(from, to, descending, false);
    }

    /** As {@link #scan(byte[], byte[], boolean)}, with the values that downstream knows: those that were emitted last. */
    EntryCursor scanEmitted(byte[] from, byte[] to, boolean descending) {
        return scan(from, to, descending, true);
    }

    /** As {@link #scan(byte[], byte[], boolean)}, of what the database has. */
    EntryCursor scanWritten(byte[] from, byte[] to, boolean descending) {
        return MergedCursor.of(database.scan(from, to, descending), format, descending);
    }

    private EntryCursor scan(byte[] from, byte[] to, boolean descending, boolean emitted) {
        byte[] one = WindowLayout.oneKey(from, to);
        KeyWindows windows = one == null ? null : table.get(one);
        List<KeyWindows> here =
                one == null ? unwritten.between(from, to) : windows == null ? List.of() : List.of(windows);
        boolean complete = one != null && isComplete(windows, from);
        RowsBetween rows = rows(here, complete ? ANY : KeyWindows.NEEDED, from, to, emitted);
        ByteCursor committed = complete ? NoBytes.CURSOR : database.scan(from, to, descending);
        return new MergedCursor(committed, rows.sorted(descending), format, descending);
    }

    /** Whether no window of a key is missing from a place on. */
    private boolean isComplete(@Nullable KeyWindows windows, byte[] from) {
        long bucketMs = span.layout().firstMs(WindowLayout.bucket(from));
        long fromMs = Math.max(bucketMs, ChangelogFormat.windowStart(from));
        return fromMs >= (windows == null ? completeFromMs : windows.completeFromMs());
    }

    private RowsBetween rows(List<KeyWindows> keys, int marks, byte[] from, byte[] to, boolean emitted) {
        RowsBetween rows = new RowsBetween(from, to);
        long bucket = WindowLayout.bucket(from);
        long endMs = span.layout().firstMs(bucket + 1);
        for (KeyWindows windows : keys) {
            int number = windows.from(span.layout().firstMs(bucket));
            for (; number < windows.end() && windows.startMs(number) < endMs; number++) {
                if (marks == ANY || windows.is(number, marks)) {
                    byte[] place = span.layout().of(windows.key(), windows.startMs(number), 0);
                    if (emitted) {
                        rows.add(place, windows.emitted(number), windows.emittedTimestamp(number));
                    } else {
                        rows.add(place, windows.held(number), windows.timestamp(number));
                    }
                }
            }
        }
        return rows;
    }

    /** Reads beforehand what these are made of, so that the processor waits for all of it at once. */
    void touch(List<KeyWindows> all) {
        for (KeyWindows windows : all) {
            touched += windows.touchRows();
        }
    }

    // ---- commit ----

    /** The keys that the next commit takes to the changelog, in the order of the first write. */
    List<KeyWindows> dirty() {
        return dirty;
    }

    /** The keys that the next write takes to the database. */
    List<KeyWindows> unwritten() {
        return unwritten.all();
    }

    /** The dirty windows are committed, but the database does not have them yet. */
    void logged() {
        for (KeyWindows windows : dirty) {
            windows.dirty = false;
            unmark(windows, KeyWindows.DIRTY | KeyWindows.ABSENT_BEFORE);
        }
        nothingDirty();
    }

    /** Every unwritten window is in the database now. */
    void written() {
        for (KeyWindows windows : unwritten.all()) {
            windows.dirty = false;
            windows.unwritten = false;
            unmark(windows, KeyWindows.DIRTY | KeyWindows.UNWRITTEN | KeyWindows.ABSENT_BEFORE);
        }
        clean(dirtyBytes - writeBytes);
        dirty(-dirtyBytes);
        writeBytes = 0;
        unwritten.clear();
        nothingDirty();
    }

    private void nothingDirty() {
        dirty.clear();
        lagMs /= 2;
        makeRoom(2 * table.places());
    }

    private static void unmark(KeyWindows windows, int marks) {
        for (int number = windows.first(); number < windows.end(); number++) {
            windows.unmark(number, marks);
        }
    }

    // ---- memory ----

    private void makeRoom(int steps) {
        for (int i = 0; i < steps && account.full(); i++) {
            KeyWindows gone = table.turnHand(this::isUnwanted);
            if (gone != null) {
                completeFromMs = Math.max(completeFromMs, gone.completeFromMs());
                removed(gone);
            }
        }
    }

    /** Lets go what nobody needs of a key; says whether that is all. */
    private boolean isUnwanted(KeyWindows windows) {
        if (windows.recentlyUsed) {
            windows.recentlyUsed = false;
            int latest = latestWithValue(windows, latestAskedMs - lagMs);
            letGo(windows, latest < windows.first() ? Long.MIN_VALUE : windows.startMs(latest));
            return false;
        }
        letGo(windows, Long.MAX_VALUE);
        return windows.isEmpty();
    }

    private void removed(KeyWindows windows) {
        windows.gone = true;
        clean(-windows.bytes());
    }

    /** Lets those windows of a key go that start before a time and are not needed, the earliest first. */
    private void letGo(KeyWindows windows, long beforeMs) {
        int kept = windows.firstNeeded(beforeMs);
        if (kept > windows.first()) {
            windows.completeFrom(Math.max(windows.completeFromMs(), windows.startMs(kept - 1) + 1));
            drop(windows, kept);
        }
    }

    private void drop(KeyWindows windows, int upTo) {
        for (int number = windows.first(); number < upTo; number++) {
            int weight = weight(windows.held(number));
            if (weight != 0) {
                clean(-weight);
            }
        }
        windows.dropUpTo(upTo);
    }

    /** Lets the windows go that start before a time, except those that a commit or an emission still takes: nobody will ask for them. */
    void expire(long beforeMs) {
        table.removeIf(
                windows -> {
                    drop(windows, windows.firstNeeded(beforeMs));
                    return windows.isEmpty();
                },
                this::removed);
    }

    /** Throws everything away: the database has other content now. */
    void clear() {
        table.removeIf(windows -> true, this::removed);
        close();
        dirty.clear();
        unwritten.clear();
        completeFromMs = span.empty() ? Long.MIN_VALUE : span.layout().firstMs(span.nextBucket());
    }

    /** Gives all memory back. */
    void close() {
        dirty(-dirtyBytes);
        writeBytes = 0;
        clean(-cleanBytes);
    }

    private void dirty(long deltaBytes) {
        dirtyBytes += deltaBytes;
        account.dirty(deltaBytes);
    }

    private void clean(long deltaBytes) {
        cleanBytes += deltaBytes;
        account.clean(deltaBytes);
    }
}
