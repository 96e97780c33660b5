package dev.millrace.state.join;

import dev.millrace.state.overlay.MemoryAccount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a store in memory, by key: those that the next commit takes, and those that are kept near because they will be
 * asked for.
 *
 * <pre>
 *   slots    hash of a key -> its latest row -> the one before -> ... -> a row that is gone
 *
 *   the log  | .................... rows in the order in which they came .................... |
 *            ^ goes chunk by chunk                        ^ taken by the next commit from here
 *
 *   starts   |---------------------------|====================>
 *             in the database, with those  everything is here
 *             that came late over it      ^ residentFromMs
 * </pre>
 *
 * The rows of a key are linked from the latest to the earliest start, of equal starts from the last that came to the first. A chunk
 * of the log goes when all its rows are too old, or memory is short; whoever follows the links comes to a row that is gone, and
 * knows that none of those behind it starts at {@link #residentFromMs()} or later. So letting go costs nothing per row,
 * and touches neither slots nor links.
 *
 * <p>From {@code residentFromMs} on no row is missing. A key whose earlier rows were read from the database has a <i>mark</i>
 * among its rows: as far back as where it starts, no row of this key is missing either.
 */
final class RowTable {
    // What a row can be.
    private static final int WAITS = 1;
    private static final int COMMITTED = 2;
    private static final int MARK = 4;

    private final MemoryAccount account;
    private final RowLog log = new RowLog();

    private final KeySlots slots = new KeySlots(log);
    private long slotBytes;
    private long[] found = new long[16];
    private int foundCount;
    private long uncommittedFrom = log.end();
    private long earliestUncommittedMs = Long.MAX_VALUE;
    private long residentFromMs = Long.MIN_VALUE;
    private long chunksSeen;
    private long dirtyBytes;
    private long cleanBytes;

    /** Of no meaning; keeps {@link #touch} from being optimized away. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    RowTable(MemoryAccount account) {
        this.account = account;
    }

    /** The rows themselves. */
    RowLog log() {
        return log;
    }

    /**
     * Reads what look-ups of these keys will read, if it is here: first what they begin with, all of them, then what that leads
     * to. So the processor waits for many at a time; see {@code Overlay.touch}.
     *
     * @param depth how many rows of each key
     */
    void touch(int count, IntFunction<byte @Nullable []> keys, int depth) {
        if (found.length < count) {
            found = new long[count];
        }
        int live = slots.likelyLatest(count, keys, found);
        for (int level = 0; level < depth; level++) {
            for (int i = 0; i < live; i++) {
                found[i] = log.has(found[i]) ? log.previous(found[i]) : RowLog.NOWHERE;
                touched += found[i];
            }
        }
    }

    // ---- adding ----

    /** Adds a row that the next commit takes, and returns its position. */
    long add(byte[] key, byte[] value, long startMs, long timestamp, int number) {
        int slot = slots.obtain(key);
        long added = log.append(key, value);
        log.describe(added, startMs, timestamp, number);
        link(slot, added);
        earliestUncommittedMs = Math.min(earliestUncommittedMs, startMs);
        count(log.bytes(added), slots.bytes() - slotBytes);
        slotBytes = slots.bytes();
        return added;
    }

    /** Puts a row in its place among those of its key: nearly always in front. */
    private void link(int slot, long added) {
        long startMs = log.startMs(added);
        long later = RowLog.NOWHERE;
        long before = slots.latest(slot);
        while (log.has(before) && log.startMs(before) > startMs) {
            later = before;
            before = log.previous(before);
        }
        link(slot, later, added, before);
    }

    private void link(int slot, long later, long added, long before) {
        log.previous(added, before);
        if (later == RowLog.NOWHERE) {
            slots.latest(slot, added);
        } else {
            log.previous(later, added);
        }
    }

    // ---- looking up ----

    /** Looks for the rows of a key that start from {@code fromMs} to {@code toMs}, and returns how many there are. */
    int find(byte[] key, long fromMs, long toMs) {
        foundCount = 0;
        long row = slots.latest(key);
        while (log.has(row) && log.startMs(row) >= fromMs) {
            if (log.startMs(row) <= toMs && !is(row, MARK)) {
                if (foundCount == found.length) {
                    found = Arrays.copyOf(found, 2 * foundCount);
                }
                found[foundCount++] = row;
            }
            row = log.previous(row);
        }
        return foundCount;
    }

    /** The position of one of the rows that were just found: the first has the earliest start, and came first. */
    long found(int index) {
        return found[foundCount - 1 - index];
    }

    private boolean is(long row, int what) {
        return (log.marks(row) & what) != 0;
    }

    boolean waits(long row) {
        return is(row, WAITS);
    }

    void waits(long row, boolean now) {
        log.marks(row, now ? log.marks(row) | WAITS : log.marks(row) & ~WAITS);
    }

    // ---- what the database has ----

    /** From which start on no row is missing. */
    long residentFromMs() {
        return residentFromMs;
    }

    /** From which start on no row of this key is missing. */
    long completeFromMs(byte[] key) {
        long completeMs = residentFromMs;
        for (long row = slots.latest(key); log.has(row); row = log.previous(row)) {
            if (is(row, MARK)) {
                completeMs = Math.min(completeMs, log.startMs(row));
            }
        }
        return completeMs;
    }

    /**
     * Adds rows that the database has.
     *
     * @param committed in order, all those of the key from {@code fromMs} to where the key is complete; some may be here
     */
    void complete(byte[] key, long fromMs, List<Row> committed) {
        int slot = slots.obtain(key);
        long later = RowLog.NOWHERE;
        for (int i = committed.size() - 1; i >= 0; i--) {
            Row row = committed.get(i);
            later = laterThan(slot, later, row.startMs(), row.number());
            long here = behind(slot, later);
            if (!isThere(here, row)) {
                later = insert(slot, later, row, WAITS | COMMITTED);
            }
        }
        Row mark = new Row(key, fromMs, 0, -1, new byte[0], null);
        insert(slot, laterThan(slot, later, fromMs, -1), mark, MARK | COMMITTED);
    }

    /** The last row of a key that is behind a start and number; the search begins at a row that is. */
    private long laterThan(int slot, long known, long startMs, int number) {
        long later = known;
        long here = behind(slot, later);
        while (log.has(here) && isLater(here, startMs, number)) {
            later = here;
            here = log.previous(here);
        }
        return later;
    }

    private boolean isLater(long row, long startMs, int number) {
        return log.startMs(row) > startMs || (log.startMs(row) == startMs && log.number(row) > number);
    }

    private long behind(int slot, long row) {
        return row == RowLog.NOWHERE ? slots.latest(slot) : log.previous(row);
    }

    private boolean isThere(long here, Row row) {
        return log.has(here)
                && !is(here, MARK)
                && log.startMs(here) == row.startMs()
                && log.number(here) == row.number();
    }

    private long insert(int slot, long later, Row row, int marks) {
        long added = log.append(row.key(), Objects.requireNonNull(row.value()));
        log.describe(added, row.startMs(), row.timestamp(), row.number());
        log.marks(added, marks);
        link(slot, later, added, behind(slot, later));
        count(0, log.bytes(added));
        return added;
    }

    // ---- all rows ----

    /** All rows, as they came. */
    List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (long row = log.from(log.first()); row < log.end(); row = log.next(row)) {
            if (!is(row, MARK)) {
                rows.add(row(row));
            }
        }
        return rows;
    }

    /** The rows that the next commit takes, as they came. */
    List<Row> uncommitted() {
        List<Row> rows = new ArrayList<>();
        forEachUncommitted(row -> rows.add(row(row)));
        return rows;
    }

    private Row row(long row) {
        return new Row(log.key(row), log.startMs(row), log.number(row), log.timestamp(row), log.value(row), null);
    }

    // ---- commit ----

    /** Shows the positions of the rows that the next commit takes, as they came. */
    void forEachUncommitted(LongConsumer action) {
        for (long row = log.from(uncommittedFrom); row < log.end(); row = log.next(row)) {
            if (!is(row, COMMITTED)) {
                action.accept(row);
            }
        }
    }

    /** All rows are committed. */
    void committed() {
        long becameCleanBytes = dirtyBytes;
        count(-becameCleanBytes, becameCleanBytes);
        uncommittedFrom = log.end();
        earliestUncommittedMs = Long.MAX_VALUE;
    }

    // ---- memory ----

    private void count(long dirty, long clean) {
        if (dirty != 0) {
            dirtyBytes += dirty;
            account.dirty(dirty);
        }
        if (clean != 0) {
            cleanBytes += clean;
            account.clean(clean);
        }
    }

    /** Whether the log has grown by a chunk since this was asked last: the time to see what can go. */
    boolean grown() {
        boolean grown = log.chunks() > chunksSeen;
        chunksSeen = log.chunks();
        return grown;
    }

    /** Lets go of the oldest rows as long as all that come in one piece start before a time; never of what is not committed. */
    void dropBefore(long startMs) {
        while (oldestCanGo() && log.latestStartOfOldest() < startMs) {
            dropOldest();
        }
    }

    /** Memory is short: lets some of the oldest rows go, which are in the database. */
    void forgetSome() {
        for (long some = 2 + log.chunks() / 16; some > 0 && oldestCanGo() && account.full(); some--) {
            dropOldest();
        }
    }

    /** Nothing in it, nor behind it in the order of a key, is still to be committed. */
    private boolean oldestCanGo() {
        return log.endOfOldest() <= uncommittedFrom && log.latestStartOfOldest() < earliestUncommittedMs;
    }

    private void dropOldest() {
        residentFromMs = Math.max(residentFromMs, log.latestStartOfOldest() + 1);
        count(0, -log.bytesOfOldest());
        log.dropOldest();
        chunksSeen = log.chunks();
    }

    /** Forgets all; from this start on the database has nothing. */
    void clear(long residentFrom) {
        while (log.chunks() > 0) {
            log.dropOldest();
        }
        count(-dirtyBytes, -cleanBytes);
        slots.clear();
        slotBytes = 0;
        uncommittedFrom = log.end();
        earliestUncommittedMs = Long.MAX_VALUE;
        residentFromMs = residentFrom;
    }
}
