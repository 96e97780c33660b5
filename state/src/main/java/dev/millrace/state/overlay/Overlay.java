package dev.millrace.state.overlay;

import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.database.OrderedBytes;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The uncommitted writes of one store, and its hot entries: what makes state fast and commits atomic.
 *
 * <p><b>Three jobs, one structure.</b> A stream processor that commits at intervals needs a buffer of the writes since the
 * last commit (so that the database always holds exactly a committed state), a cache that swallows repeated updates of a
 * key, and a cache of decoded values. Each of them is a map from keys to values, and all three are asked for the same key
 * at the same moment, so they are one map here, asked once per record.
 *
 * <pre>
 *              find(key)                      write(entry, value)
 *                  |                                  |
 *          +-------v----------------------------------v--------+
 *          | table         hash -> entry {key, value, time}     |   every entry, clean or dirty
 *          | dirty list    written since the last commit        |   what the next commit takes
 *          | unwritten     the database does not have it yet    |   what the next write takes
 *          | indexes       entries by key, if scanned           |   what scans read
 *          +-------+----------------------------------+--------+
 *                  | miss                             | commit
 *              database.get                     changelog, then database in one batch
 * </pre>
 *
 * <p><b>One look-up per record.</b> A record that reads, computes and writes finds its entry once and writes to what it found.
 * Looking up allocates nothing: the caller may pass the key in a scratch buffer, which is copied only if the key is new.
 * The {@link KeyTable table} touches little memory.
 *
 * <p><b>The resident part.</b> The dearest reads are those that find nothing: every new key, every new window costs a look
 * into the database that comes back empty-handed. So the overlay remembers from which key on it has <em>everything</em>. A
 * store that began empty is resident as a whole, a session store from the first bucket on that was new to it, because
 * buckets sort by time. In the resident part the database is written, never read, neither by look-ups nor by scans. What is
 * resident must stay, so when memory is short the part is made smaller: {@code retreat} says where it may begin next.
 *
 * <pre>
 *       keys     |------------------------|==============================>
 *                 the database, with          the overlay has it all
 *                 dirty entries over it       ^ residentFrom
 * </pre>
 *
 * <p><b>A commit need not write.</b> What is in the changelog is safe, and most of it is soon overwritten. So a commit may leave
 * the database as it is: entries are not dirty any more then, but unwritten, until a later commit takes all that is.
 *
 * <p><b>Clean entries</b> outside the resident part are worth their memory only while they are asked for. When the task's
 * share of the memory budget is used up, a clock hand forgets those that were not asked for lately. Unwritten entries stay until
 * they are written; if there are too many of those, the budget asks for that instead.
 *
 * <p><b>Scans</b> need entries in key order. Most stores are never scanned, so an order is made when the first scan asks for
 * it and kept up from then on: one of the unwritten entries, which scans merge with the database and a write throws away, and
 * one of the resident entries, which lasts.
 *
 * <p><b>Not here:</b> what keys and values mean, when something expires, how a changelog looks. Belongs to the task's thread.
 */
public final class Overlay {
    private static final int HAND_STEPS = 8;

    private final OrderedBytes database;
    private final ValueFormat format;
    private final MemoryAccount account;
    private final UnaryOperator<byte @Nullable []> retreat;
    private final boolean emitsLater;
    private final int entryBytes;
    private final KeyTable<Entry> table = new KeyTable<>();

    private final EntryList dirty = new EntryList();
    private final EntryList unwritten = new EntryList();
    private long unwrittenBytes;
    private long cleanBytes;
    private long addedEntries;

    private byte @Nullable [] residentFrom;
    private int residentCount;
    private final ScanOrder order = new ScanOrder();
    private long nextNumber;

    /** Of no meaning; keeps {@link #touch} from being optimized away. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    /** An overlay of a store whose updates do not wait to be emitted. See the other constructor. */
    public Overlay(
            OrderedBytes database,
            ValueFormat format,
            MemoryAccount account,
            UnaryOperator<byte @Nullable []> retreat) {
        this(database, format, account, retreat, false);
    }

    /**
     * @param retreat where the resident part may begin next if it has to become smaller: null for nowhere, the same place if
     *     it must stay. No scan may begin before such a place and end behind it
     * @param emitsLater whether there will be {@link CachedUpdates} of its entries
     */
    public Overlay(
            OrderedBytes database,
            ValueFormat format,
            MemoryAccount account,
            UnaryOperator<byte @Nullable []> retreat,
            boolean emitsLater) {
        this.database = database;
        this.format = format;
        this.account = account;
        this.retreat = retreat;
        this.emitsLater = emitsLater;
        this.entryBytes = emitsLater ? CachedEntry.OVERHEAD_BYTES : Entry.OVERHEAD_BYTES;
    }

    // ---- one key ----

    /** The entry of a key, loaded from the database if it is not here. */
    public Entry find(byte[] key, int length) {
        int hash = KeyHash.of(key, length);
        Entry entry = table.get(key, length, hash);
        if (entry != null) {
            entry.recentlyUsed = true;
            return entry;
        }
        Entry added = insert(key, length, hash);
        if (!added.resident) {
            load(added);
        }
        return added;
    }

    /** Whether there is an entry of this key. */
    public boolean contains(byte[] key) {
        return table.get(key, key.length, KeyHash.of(key, key.length)) != null;
    }

    /** The entry of a key whose value is about to be overwritten unseen: not loaded, so write to it at once. */
    public Entry findToOverwrite(byte[] key, int length) {
        int hash = KeyHash.of(key, length);
        Entry entry = table.get(key, length, hash);
        return entry != null ? entry : insert(key, length, hash);
    }

    /** Reads what a {@link #find} of this key will read: see {@link Entry#touch}. */
    public void touch(byte[] key, int length) {
        Entry entry = table.atFirstPlace(KeyHash.of(key, length));
        touched += entry == null ? 0 : entry.touch();
    }

    private Entry insert(byte[] key, int length, int hash) {
        if (account.full()) {
            makeRoom(HAND_STEPS);
        }
        Entry entry = newEntry(key.length == length ? key : Arrays.copyOf(key, length), hash);
        if (isResident(entry.key)) {
            entry.resident = true;
            entry.loaded = true;
            residentCount++;
        }
        table.add(entry);
        countClean(entry.weight);
        return entry;
    }

    private Entry newEntry(byte[] key, int hash) {
        Entry entry = emitsLater ? new CachedEntry(key, hash, nextNumber++) : new Entry(key, hash, nextNumber++);
        entry.weight = entryBytes + key.length;
        return entry;
    }

    private void load(Entry entry) {
        byte[] stored = database.get(entry.key);
        entry.loaded = true;
        if (stored != null) {
            Object held = format.load(stored);
            entry.hold(held);
            entry.timestamp = format.timestampOf(stored);
            int weight = format.weight(held);
            entry.weight += weight;
            countClean(weight);
        }
    }

    /**
     * Sets the value of an entry that {@link #find} or {@link #findToOverwrite} just gave.
     *
     * @param held null deletes
     */
    public void write(Entry entry, @Nullable Object held, long timestamp) {
        addedEntries += (held == null ? 0 : 1) - (entry.hasValue() ? 1 : 0);
        int weight = entryBytes + entry.key.length + (held == null ? 0 : format.weight(held));
        if (entry.unwritten) {
            countUnwritten(weight - entry.weight);
        } else {
            countClean(-entry.weight);
            countUnwritten(weight);
            appendUnwritten(entry);
        }
        if (!entry.dirty) {
            appendDirty(entry);
        }
        entry.weight = weight;
        entry.hold(held);
        entry.timestamp = timestamp;
    }

    private void appendDirty(Entry entry) {
        entry.dirty = true;
        entry.dirtyNumber = dirty.add(entry);
        entry.absentBefore = !entry.hasValue();
    }

    private void appendUnwritten(Entry entry) {
        entry.unwritten = true;
        entry.unwrittenNumber = unwritten.add(entry);
        entry.absentInDatabase = !entry.hasValue();
        order.add(entry);
    }

    // ---- entries that nobody knows of ----

    /**
     * Gives an {@linkplain Entry#isUnseen unseen} entry another key, which must not be here: cheaper than to delete the one and
     * write the other, and nothing is left to commit for the old key.
     */
    public void move(Entry entry, byte[] key) {
        order.remove(entry);
        table.remove(entry);
        residentCount -= entry.resident ? 1 : 0;
        int added = key.length - entry.key.length;
        entry.key = key;
        entry.hash = KeyHash.of(key, key.length);
        entry.weight += added;
        countUnwritten(added);
        entry.resident = isResident(key);
        residentCount += entry.resident ? 1 : 0;
        table.add(entry);
        order.add(entry);
    }

    /** The next commit does not take a {@linkplain Entry#isTraceless traceless} entry; it is forgotten if it can be. */
    public void discard(Entry entry) {
        dirty.remove(entry.dirtyNumber).dirtyNumber = entry.dirtyNumber;
        entry.dirty = false;
        if (entry.absentInDatabase) {
            order.remove(entry);
            dropUnwritten(entry);
            table.remove(entry);
            forgotten(entry);
        }
    }

    /** What the database is to have is what it has. */
    private void dropUnwritten(Entry entry) {
        unwritten.remove(entry.unwrittenNumber).unwrittenNumber = entry.unwrittenNumber;
        becameClean(entry);
    }

    private void becameClean(Entry entry) {
        entry.unwritten = false;
        countUnwritten(-entry.weight);
        countClean(entry.weight);
    }

    // ---- many keys ----

    /**
     * The entries with a value from {@code from} (inclusive; null: the first) to {@code to} (exclusive; null: past the last).
     *
     * <p>Keys that come up later are not seen. Of the others, the value at the moment of the visit or at the beginning of the
     * scan. So a loop over a store may write to it.
     */
    public EntryCursor scan(byte @Nullable [] from, byte @Nullable [] to, boolean descending) {
        return scan(from, to, descending, false);
    }

    /** As {@link #scan}, with the values that downstream knows: those that were emitted last. */
    public EntryCursor scanEmitted(byte @Nullable [] from, byte @Nullable [] to, boolean descending) {
        return scan(from, to, descending, true);
    }

    private EntryCursor scan(byte @Nullable [] from, byte @Nullable [] to, boolean descending, boolean emitted) {
        if (residentFrom != null) {
            if (from == null ? residentFrom.length == 0 : isResident(from)) {
                var walk = order.resident(table).range(from, to, descending, nextNumber);
                return merged(NoBytes.CURSOR, walk, emitted, descending);
            }
            if (to == null || Arrays.compareUnsigned(to, residentFrom) > 0) {
                residentFrom(null);
            }
        }
        ByteCursor committed = database.scan(from, to, descending);
        if (unwritten.size() == 0) {
            return MergedCursor.of(committed, format, descending);
        }
        return merged(
                committed, order.unwritten(unwritten).range(from, to, descending, nextNumber), emitted, descending);
    }

    private MergedCursor merged(ByteCursor committed, SortedIndex.Walk walk, boolean emitted, boolean descending) {
        return new MergedCursor(committed, new IndexedEntries(walk, emitted), format, descending);
    }

    /** As {@link #scan}, of what the database has. */
    public EntryCursor scanWritten(byte @Nullable [] from, byte @Nullable [] to, boolean descending) {
        return MergedCursor.of(database.scan(from, to, descending), format, descending);
    }

    /** How many keys have a value, as exactly as the database knows and as writes without a look allow. */
    public long approximateEntries() {
        return Math.max(0, database.approximateEntries() + addedEntries);
    }

    // ---- the resident part ----

    /**
     * Says from which key on the overlay has everything, because the database has nothing there, now or as far as this overlay
     * has written it; null for no key. Moving the place back is not possible.
     */
    public void residentFrom(byte @Nullable [] key) {
        residentFrom = key;
        order.clear();
        residentCount = 0;
        table.forEach(entry -> {
            entry.indexed = false;
            entry.resident = isResident(entry.key);
            residentCount += entry.resident ? 1 : 0;
        });
    }

    private boolean isResident(byte[] key) {
        return residentFrom != null && Arrays.compareUnsigned(key, residentFrom) >= 0;
    }

    // ---- commit ----

    /** What the next commit takes, in the order of the first write. */
    public EntryList dirty() {
        return dirty;
    }

    /** What the next write takes, in the order of the first write. */
    public EntryList unwritten() {
        return unwritten;
    }

    /** The dirty entries are committed, but the database does not have them yet. Those that it need not have are clean. */
    public void logged() {
        for (int i = 0; i < dirty.size(); i++) {
            Entry entry = dirty.at(i);
            entry.dirty = false;
            if (!entry.hasValue() && entry.isKnownAbsent()) {
                order.remove(entry);
                dropUnwritten(entry);
                forgetIfResidentWithoutValue(entry);
            }
        }
        forgetDirty();
    }

    /** Every unwritten entry is in the database now: they become clean, and those there is no room for are forgotten. */
    public void written() {
        for (int i = 0; i < unwritten.size(); i++) {
            Entry entry = unwritten.at(i);
            entry.dirty = false;
            entry.loaded = true;
            becameClean(entry);
            forgetIfResidentWithoutValue(entry);
        }
        unwritten.clear();
        addedEntries = 0;
        order.written();
        forgetDirty();
    }

    private void forgetDirty() {
        dirty.clear();
        if (account.full()) {
            makeRoom(2 * table.places());
        }
    }

    /** In the resident part, no entry says the same as one without a value. */
    private void forgetIfResidentWithoutValue(Entry entry) {
        if (entry.resident && !entry.hasValue() && !entry.waits) {
            order.remove(entry);
            table.remove(entry);
            forgotten(entry);
        }
    }

    // ---- memory ----

    private void makeRoom(int steps) {
        if (residentFrom != null && residentCount > table.size() / 2) {
            byte[] smaller = retreat.apply(residentFrom);
            if (smaller != residentFrom) {
                residentFrom(smaller);
            }
        }
        for (int i = 0; i < steps && account.full(); i++) {
            Entry entry = table.turnHand(Overlay::isUnwanted);
            if (entry != null) {
                forgotten(entry);
            }
        }
    }

    /** The hand passes over what was asked for since it last came by: a second chance. */
    private static boolean isUnwanted(Entry entry) {
        if (!entry.isForgettable()) {
            return false;
        }
        boolean used = entry.recentlyUsed;
        entry.recentlyUsed = false;
        return !used;
    }

    private void forgotten(Entry entry) {
        entry.forgotten = true;
        countClean(-entry.weight);
        if (entry.resident) {
            residentCount--;
        }
    }

    /** Forgets all clean entries. */
    public void forgetAll() {
        residentFrom(null);
        table.removeIf(Entry::isForgettable, this::forgotten);
    }

    /** Forgets the clean entries before a key: the database has nothing there any more, and nobody will ask. */
    public void forgetBefore(byte[] key) {
        if (residentFrom != null && Arrays.compareUnsigned(residentFrom, key) < 0) {
            residentFrom = key;
        }
        order.residentFrom(key);
        table.forEach(entry -> {
            if (entry.resident && !isResident(entry.key)) {
                entry.resident = false;
                entry.indexed = false;
                residentCount--;
            }
        });
        table.removeIf(entry -> entry.isForgettable() && Arrays.compareUnsigned(entry.key, key) < 0, this::forgotten);
    }

    /** Gives all memory back; the overlay must not be used afterwards. */
    public void close() {
        countUnwritten(-unwrittenBytes);
        countClean(-cleanBytes);
        dirty.clear();
        unwritten.clear();
        order.clear();
    }

    private void countUnwritten(long deltaBytes) {
        unwrittenBytes += deltaBytes;
        account.dirty(deltaBytes);
    }

    private void countClean(long deltaBytes) {
        cleanBytes += deltaBytes;
        account.clean(deltaBytes);
    }
}
