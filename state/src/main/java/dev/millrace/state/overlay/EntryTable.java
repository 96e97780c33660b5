package dev.millrace.state.overlay;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an overlay by key: open addressing with linear probing.
 *
 * <p>The hashes lie in an array of their own, so that a probe reads one cache line and touches an entry only if all 32 bits
 * agree. A place is empty if its hash is 0. A clock hand goes round to find entries that can be forgotten: it passes over
 * those asked for since it last came by (second chance).
 */
final class EntryTable {
    private static final int FIRST_CAPACITY = 64;

    private int[] hashes = new int[FIRST_CAPACITY];
    private @Nullable Entry[] entries = new Entry[FIRST_CAPACITY];
    private int size;
    private int hand;

    int size() {
        return size;
    }

    /** The entry of a key, or null. */
    @Nullable
    Entry get(byte[] key, int length, int hash) {
        int mask = hashes.length - 1;
        int place = hash & mask;
        while (true) {
            int found = hashes[place];
            if (found == 0) {
                return null;
            }
            if (found == hash) {
                Entry entry = Objects.requireNonNull(entries[place]);
                if (entry.isOf(key, length)) {
                    return entry;
                }
            }
            place = (place + 1) & mask;
        }
    }

    /** The entry at the first place of a hash, which most are at; null if there is another or none. */
    @Nullable
    Entry atFirstPlace(int hash) {
        int place = hash & (hashes.length - 1);
        return hashes[place] == hash ? entries[place] : null;
    }

    /** Adds an entry whose key is not here. */
    void add(Entry entry) {
        if (size * 3 > hashes.length * 2) {
            grow();
        }
        put(entry);
        size++;
    }

    private void put(Entry entry) {
        int mask = hashes.length - 1;
        int place = entry.hash & mask;
        while (hashes[place] != 0) {
            place = (place + 1) & mask;
        }
        hashes[place] = entry.hash;
        entries[place] = entry;
    }

    private void grow() {
        Entry[] old = entries;
        int capacity = hashes.length * 2;
        hashes = new int[capacity];
        entries = new Entry[capacity];
        for (Entry entry : old) {
            if (entry != null) {
                put(entry);
            }
        }
    }

    /** Takes out an entry that is here. */
    void remove(Entry entry) {
        int mask = hashes.length - 1;
        int place = entry.hash & mask;
        while (entries[place] != entry) {
            place = (place + 1) & mask;
        }
        empty(place);
    }

    /** Empties a place and moves up the entries behind it that would not be found any more. */
    private void empty(int place) {
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

    /** Moves the clock hand on by one place; the entry it took out, if it found one to forget there. */
    @Nullable
    Entry turnHand() {
        hand = (hand + 1) & (entries.length - 1);
        Entry entry = entries[hand];
        if (entry == null || !entry.isForgettable()) {
            return null;
        }
        if (entry.recentlyUsed) {
            entry.recentlyUsed = false;
            return null;
        }
        empty(hand);
        return entry;
    }

    /** How many turns take the hand round. */
    int places() {
        return entries.length;
    }

    void forEach(Consumer<Entry> action) {
        for (Entry entry : entries) {
            if (entry != null) {
                action.accept(entry);
            }
        }
    }

    /** Takes out entries of a kind, and says which. */
    void removeIf(Predicate<Entry> wanted, Consumer<Entry> removed) {
        for (int i = 0; i < entries.length; i++) {
            Entry entry = entries[i];
            while (entry != null && wanted.test(entry)) {
                empty(i);
                removed.accept(entry);
                entry = entries[i];
            }
        }
    }
}
