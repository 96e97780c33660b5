package dev.millrace.state.window;

import dev.millrace.state.overlay.KeyHash;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The windows in memory by key: open addressing with linear probing. A place is empty if its hash is 0.
 *
 * <p>The hashes lie in an array of their own, so that a probe reads one cache line and touches a key only if all 32 bits agree.
 */
final class KeyTable {
    private static final int FIRST_CAPACITY = 64;

    private int[] hashes = new int[FIRST_CAPACITY];
    private @Nullable KeyWindows[] keys = new KeyWindows[FIRST_CAPACITY];
    private int size;
    private int hand;

    /** The windows of a key, or null. */
    @Nullable
    KeyWindows get(byte[] key) {
        int hash = KeyHash.of(key, key.length);
        int mask = hashes.length - 1;
        int place = hash & mask;
        while (hashes[place] != 0) {
            if (hashes[place] == hash) {
                KeyWindows windows = Objects.requireNonNull(keys[place]);
                if (Arrays.equals(windows.key, key)) {
                    return windows;
                }
            }
            place = (place + 1) & mask;
        }
        return null;
    }

    /** What is at the first place of a key's hash, where most are found; null if there is another or none. */
    @Nullable
    KeyWindows atFirstPlace(byte[] key) {
        int hash = KeyHash.of(key, key.length);
        int place = hash & (hashes.length - 1);
        return hashes[place] == hash ? keys[place] : null;
    }

    /** Adds a key that is not here, without windows. */
    KeyWindows add(byte[] key, long completeFromMs) {
        if (size * 3 > hashes.length * 2) {
            grow();
        }
        KeyWindows added = new KeyWindows(key.clone(), KeyHash.of(key, key.length), completeFromMs);
        put(added);
        size++;
        return added;
    }

    private void put(KeyWindows windows) {
        int mask = hashes.length - 1;
        int place = windows.hash & mask;
        while (hashes[place] != 0) {
            place = (place + 1) & mask;
        }
        hashes[place] = windows.hash;
        keys[place] = windows;
    }

    private void grow() {
        KeyWindows[] all = keys;
        hashes = new int[2 * all.length];
        keys = new KeyWindows[2 * all.length];
        for (KeyWindows windows : all) {
            if (windows != null) {
                put(windows);
            }
        }
    }

    /** Empties a place and moves up the keys behind it that would not be found any more. */
    private void empty(int place) {
        Objects.requireNonNull(keys[place]).gone = true;
        size--;
        int mask = hashes.length - 1;
        int gap = place;
        int next = (place + 1) & mask;
        while (hashes[next] != 0) {
            int home = hashes[next] & mask;
            if (((next - home) & mask) >= ((next - gap) & mask)) {
                hashes[gap] = hashes[next];
                keys[gap] = keys[next];
                gap = next;
            }
            next = (next + 1) & mask;
        }
        hashes[gap] = 0;
        keys[gap] = null;
    }

    /** Moves the clock hand on by one place, and takes out what is there if it is not wanted any more. */
    void turnHand(Predicate<KeyWindows> unwanted) {
        hand = (hand + 1) & (keys.length - 1);
        KeyWindows windows = keys[hand];
        if (windows != null && unwanted.test(windows)) {
            empty(hand);
        }
    }

    /** How many turns take the hand round. */
    int places() {
        return keys.length;
    }

    void forEach(Consumer<KeyWindows> action) {
        for (KeyWindows windows : keys) {
            if (windows != null) {
                action.accept(windows);
            }
        }
    }

    /** Takes out the keys that are not wanted any more; each is asked for once or twice. */
    void removeIf(Predicate<KeyWindows> unwanted) {
        for (int i = 0; i < keys.length; i++) {
            while (keys[i] != null && unwanted.test(Objects.requireNonNull(keys[i]))) {
                empty(i);
            }
        }
    }
}
