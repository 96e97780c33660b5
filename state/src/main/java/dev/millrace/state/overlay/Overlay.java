package dev.millrace.state.overlay;

import dev.millrace.state.ByteCursor;
import dev.millrace.state.OrderedBytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Predicate;
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
 *          | hash table    hash -> entry {key, value, time}     |   every entry, clean or dirty
 *          | dirty list    entries in the order of first write  |   what the next commit takes
 *          | sorted index  dirty entries by key, if scanned     |   what scans merge with the database
 *          +-------+----------------------------------+--------+
 *                  | miss                             | commit
 *              database.get                     changelog, then database in one batch
 * </pre>
 *
 * <p><b>The table</b> is open addressing with linear probing. The hashes lie in an array of their own, so that a probe reads
 * one cache line and touches an entry only if all 32 bits agree. Looking up a key allocates nothing: the caller may pass
 * the key in a scratch buffer, which is copied only if the key is new. A record that reads, computes and writes pays one
 * look-up, because the entry it found is what it writes to.
 *
 * <p><b>Clean entries</b> are worth their memory only while they are asked for. When the task's share of the memory budget is
 * used up, a clock hand goes round the table and forgets clean entries that were not asked for since it last came by
 * (second chance). Dirty entries stay until they are committed; if there are too many of those, the budget asks for a
 * commit instead.
 *
 * <p><b>Scans</b> must see the uncommitted writes in key order. Most stores are never scanned, so the order is made when the
 * first scan after a commit asks for it, and kept up from then on. Only dirty entries are in it; the database has the rest.
 *
 * <p><b>Not here:</b> what keys and values mean, when something expires, how a changelog looks. Belongs to the task's thread.
 */
public final class Overlay {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST_CAPACITY = 64;

    private final OrderedBytes database;
    private final ValueFormat format;
    private final MemoryAccount account;

    private int[] hashes = new int[FIRST_CAPACITY];
    private @Nullable Entry[] entries = new Entry[FIRST_CAPACITY];
    private int size;
    private int hand;

    private Entry[] dirty = new Entry[16];
    private int dirtyCount;
    private long dirtyBytes;
    private long cleanBytes;
    private long addedEntries;
    private @Nullable SortedIndex index;

    public Overlay(OrderedBytes database, ValueFormat format, MemoryAccount account) {
        this.database = database;
        this.format = format;
        this.account = account;
    }

    // ---- one key ----

    /** The entry of a key, loaded from the database if it is not here. */
    public Entry find(byte[] key, int length) {
        int hash = hash(key, length);
        int place = place(hash, key, length);
        Entry entry = entries[place];
        if (entry != null) {
            entry.recentlyUsed = true;
            return entry;
        }
        return load(insert(place, hash, key, length));
    }

    /** The entry of a key whose value is about to be overwritten unseen: not loaded, so write to it at once. */
    public Entry findToOverwrite(byte[] key, int length) {
        int hash = hash(key, length);
        int place = place(hash, key, length);
        Entry entry = entries[place];
        return entry != null ? entry : insert(place, hash, key, length);
    }

    /**
     * Sets the value of an entry that {@link #find} or {@link #findToOverwrite} just gave.
     *
     * @param held null deletes
     */
    public void write(Entry entry, @Nullable Object held, long timestamp) {
        addedEntries += (held == null ? 0 : 1) - (entry.held == null ? 0 : 1);
        int weight = Entry.OVERHEAD_BYTES + entry.key.length + (held == null ? 0 : format.weight(held));
        if (entry.dirty) {
            countDirty(weight - entry.weight);
        } else {
            countClean(-entry.weight);
            countDirty(weight);
            appendDirty(entry);
        }
        entry.weight = weight;
        entry.held = held;
        entry.timestamp = timestamp;
    }

    private Entry load(Entry entry) {
        byte[] stored = database.get(entry.key);
        if (stored != null) {
            Object held = format.load(stored);
            entry.held = held;
            entry.timestamp = format.timestampOf(stored);
            int weight = format.weight(held);
            entry.weight += weight;
            countClean(weight);
        }
        return entry;
    }

    private void appendDirty(Entry entry) {
        if (dirtyCount == dirty.length) {
            dirty = Arrays.copyOf(dirty, dirtyCount * 2);
        }
        entry.dirty = true;
        entry.dirtyNumber = dirtyCount;
        dirty[dirtyCount++] = entry;
        if (index != null) {
            index.add(entry);
        }
    }

    // ---- many keys ----

    /**
     * The entries with a value from {@code from} (inclusive; null: the first) to {@code to} (exclusive; null: past the last).
     *
     * <p>Keys that become dirty later are not seen, or seen as they are in the database; of keys that are dirty already, the
     * value at the moment of the visit. So a loop over a store may write to it.
     */
    public OverlayCursor scan(byte @Nullable [] from, byte @Nullable [] to, boolean descending) {
        ByteCursor committed = database.scan(from, to, descending);
        if (dirtyCount == 0) {
            return new OverlayCursor(committed, null, format);
        }
        return new OverlayCursor(committed, index().range(from, to, descending, dirtyCount), format);
    }

    private SortedIndex index() {
        if (index == null) {
            index = SortedIndex.of(dirty, dirtyCount);
        }
        return index;
    }

    /** How many keys have a value, as exactly as the database knows and as writes without a look allow. */
    public long approximateEntries() {
        return Math.max(0, database.approximateEntries() + addedEntries);
    }

    // ---- commit ----

    /** How many entries the next commit takes. */
    public int dirtyCount() {
        return dirtyCount;
    }

    /** An entry that the next commit takes; they are numbered from 0 in the order of their first write. */
    public Entry dirty(int number) {
        return dirty[number];
    }

    /** Every dirty entry is in the database now: they become clean, and those there is no room for are forgotten. */
    public void committed() {
        for (int i = 0; i < dirtyCount; i++) {
            dirty[i].dirty = false;
        }
        Arrays.fill(dirty, 0, dirtyCount, null);
        dirtyCount = 0;
        addedEntries = 0;
        index = null;
        long becameCleanBytes = dirtyBytes;
        countDirty(-becameCleanBytes);
        countClean(becameCleanBytes);
        for (int steps = 2 * entries.length; steps > 0 && account.full(); steps--) {
            turnHand();
        }
    }

    /** Forgets all clean entries whose key is of this kind. */
    public void forget(Predicate<byte[]> keys) {
        for (int i = 0; i < entries.length; i++) {
            Entry entry = entries[i];
            while (entry != null && isForgettable(entry) && keys.test(entry.key)) {
                remove(i);
                entry = entries[i];
            }
        }
    }

    /** Gives all memory back; the overlay must not be used afterwards. */
    public void close() {
        countDirty(-dirtyBytes);
        countClean(-cleanBytes);
        entries = new Entry[1];
        dirty = new Entry[0];
        dirtyCount = 0;
        index = null;
    }

    // ---- the table ----

    /** Where the key is, or the empty place where it belongs. */
    private int place(int hash, byte[] key, int length) {
        int mask = hashes.length - 1;
        int place = hash & mask;
        while (true) {
            int found = hashes[place];
            if (found == 0) {
                return place;
            }
            if (found == hash) {
                byte[] candidate = entries[place].key;
                if (candidate.length == length && Arrays.equals(candidate, 0, length, key, 0, length)) {
                    return place;
                }
            }
            place = (place + 1) & mask;
        }
    }

    private Entry insert(int place, int hash, byte[] key, int length) {
        boolean moved = makeRoom();
        Entry entry = new Entry(key.length == length ? key : Arrays.copyOf(key, length), hash);
        int target = moved ? place(hash, key, length) : place;
        hashes[target] = hash;
        entries[target] = entry;
        size++;
        countClean(entry.weight);
        return entry;
    }

    /** Before an insertion: forgets a little if memory is short, grows the table if it is crowded. Says if entries moved. */
    private boolean makeRoom() {
        boolean moved = false;
        if (account.full()) {
            for (int steps = 0; steps < 8; steps++) {
                moved |= turnHand();
            }
        }
        if (size * 3 > hashes.length * 2) {
            grow();
            moved = true;
        }
        return moved;
    }

    private void grow() {
        Entry[] old = entries;
        int capacity = hashes.length * 2;
        hashes = new int[capacity];
        entries = new Entry[capacity];
        for (Entry entry : old) {
            if (entry != null) {
                int place = entry.hash & (capacity - 1);
                while (hashes[place] != 0) {
                    place = (place + 1) & (capacity - 1);
                }
                hashes[place] = entry.hash;
                entries[place] = entry;
            }
        }
    }

    /** Moves the clock hand on by one place; says if it forgot the entry there. */
    private boolean turnHand() {
        hand = (hand + 1) & (entries.length - 1);
        Entry entry = entries[hand];
        if (entry == null || !isForgettable(entry)) {
            return false;
        }
        if (entry.recentlyUsed) {
            entry.recentlyUsed = false;
            return false;
        }
        remove(hand);
        return true;
    }

    /** An update that waits for its emission needs the value in its entry, even if that is committed. */
    private static boolean isForgettable(Entry entry) {
        return !entry.dirty && entry.update == null;
    }

    /** Empties a place and moves up the entries behind it that would not be found any more. */
    private void remove(int place) {
        countClean(-entries[place].weight);
        size--;
        int mask = hashes.length - 1;
        int gap = place;
        int next = (place + 1) & mask;
        while (hashes[next] != 0) {
            int home = hashes[next] & mask;
            if (((next - home) & mask) >= ((next - gap) & mask)) {
                hashes[gap] = hashes[next];
                entries[gap] = entries[next];
                gap = next;
            }
            next = (next + 1) & mask;
        }
        hashes[gap] = 0;
        entries[gap] = null;
    }

    /** Never 0, which marks an empty place. */
    static int hash(byte[] key, int length) {
        long hash = length * 0x9E3779B97F4A7C15L;
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            hash = mix(hash ^ (long) LONGS.get(key, i));
        }
        long tail = 0;
        for (; i < length; i++) {
            tail = (tail << 8) | (key[i] & 0xff);
        }
        hash = mix(hash ^ tail);
        int folded = (int) (hash ^ (hash >>> 32));
        return folded == 0 ? 1 : folded;
    }

    private static long mix(long bits) {
        long product = bits * 0xC2B2AE3D27D4EB4FL;
        return product ^ (product >>> 29);
    }

    // ---- memory ----

    private void countDirty(long deltaBytes) {
        dirtyBytes += deltaBytes;
        account.dirty(deltaBytes);
    }

    private void countClean(long deltaBytes) {
        cleanBytes += deltaBytes;
        account.clean(deltaBytes);
    }
}
