package dev.millrace.state.overlay;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Things by key: open addressing with linear probing.
 *
 * <p>The hashes lie in an array of their own, so that a probe reads one cache line and touches a thing only if all 32 bits
 * agree. A place is empty if its hash is 0. A clock hand goes round to find what can be let go.
 *
 * @param <E> what is under a key
 */
public final class KeyTable<E extends Keyed> {
    private static final int FIRST_CAPACITY = 64;

    private int[] hashes = new int[FIRST_CAPACITY];
    private @Nullable E[] things = places(FIRST_CAPACITY);
    private int size;
    private int hand;

    @SuppressWarnings("unchecked") // nobody else sees the array
    private static <E extends Keyed> @Nullable E[] places(int capacity) {
        return (E[]) new Keyed[capacity];
    }

    public int size() {
        return size;
    }

    /** What is under a key, or null. */
    public @Nullable E get(byte[] key) {
        return get(key, key.length, KeyHash.of(key, key.length));
    }

    /** What is under the first {@code length} bytes, whose hash is known; or null. */
    public @Nullable E get(byte[] key, int length, int hash) {
        int mask = hashes.length - 1;
        int place = hash & mask;
        while (true) {
            int found = hashes[place];
            if (found == 0) {
                return null;
            }
            if (found == hash) {
                E thing = Objects.requireNonNull(things[place]);
                if (thing.key.length == length && Arrays.equals(thing.key, 0, length, key, 0, length)) {
                    return thing;
                }
            }
            place = (place + 1) & mask;
        }
    }

    /** What is at the first place of a hash, which most are at; null if there is another or none. */
    public @Nullable E atFirstPlace(int hash) {
        int place = hash & (hashes.length - 1);
        return hashes[place] == hash ? things[place] : null;
    }

    /** Adds something under a key that is not here. */
    public void add(E thing) {
        if (size * 3 > hashes.length * 2) {
            rebuild(hashes.length * 2);
        }
        put(thing);
        size++;
    }

    private void put(E thing) {
        int mask = hashes.length - 1;
        int place = thing.hash & mask;
        while (hashes[place] != 0) {
            place = (place + 1) & mask;
        }
        hashes[place] = thing.hash;
        things[place] = thing;
    }

    private void rebuild(int capacity) {
        @Nullable E[] all = things;
        hashes = new int[capacity];
        things = places(capacity);
        for (E thing : all) {
            if (thing != null) {
                put(thing);
            }
        }
    }

    /** Takes out something that is here. */
    void remove(E thing) {
        int mask = hashes.length - 1;
        int place = thing.hash & mask;
        while (things[place] != thing) {
            place = (place + 1) & mask;
        }
        empty(place);
    }

    /** Empties a place and moves up what is behind it and would not be found any more. */
    private void empty(int place) {
        size--;
        int mask = hashes.length - 1;
        int gap = place;
        int next = (place + 1) & mask;
        while (hashes[next] != 0) {
            int home = hashes[next] & mask;
            if (((next - home) & mask) >= ((next - gap) & mask)) {
                hashes[gap] = hashes[next];
                things[gap] = things[next];
                gap = next;
            }
            next = (next + 1) & mask;
        }
        hashes[gap] = 0;
        things[gap] = null;
    }

    /** Moves the clock hand on by one place; what it took out, if that is not wanted any more. */
    public @Nullable E turnHand(Predicate<E> unwanted) {
        hand = (hand + 1) & (things.length - 1);
        E thing = things[hand];
        if (thing == null || !unwanted.test(thing)) {
            return null;
        }
        empty(hand);
        return thing;
    }

    /** How many turns take the hand round. */
    public int places() {
        return things.length;
    }

    public void forEach(Consumer<E> action) {
        for (E thing : things) {
            if (thing != null) {
                action.accept(thing);
            }
        }
    }

    /** Takes out what is not wanted any more, and says what; some are asked for twice. */
    public void removeIf(Predicate<E> unwanted, Consumer<E> removed) {
        for (int i = 0; i < things.length; i++) {
            E thing = things[i];
            while (thing != null && unwanted.test(thing)) {
                empty(i);
                removed.accept(thing);
                thing = things[i];
            }
        }
        int fitting = Math.max(FIRST_CAPACITY, Integer.highestOneBit(size) * 4);
        if (2 * fitting <= things.length) {
            rebuild(fitting);
        }
    }
}
