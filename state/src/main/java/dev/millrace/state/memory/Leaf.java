package dev.millrace.state.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A node of entries: keys ascending, each with its value. */
final class Leaf extends Tree {
    byte[][] keys;
    byte[][] values;
    int count;
    private int newest;

    private Leaf(Object owner, byte[][] keys, byte[][] values, int count) {
        super(owner);
        this.keys = keys;
        this.values = values;
        this.count = count;
    }

    static Leaf of(byte[] key, byte[] value, Edit edit) {
        edit.growth++;
        return new Leaf(edit, new byte[][] {key}, new byte[][] {value}, 1);
    }

    /** Where {@code key} is, or -1 minus where it would be. */
    int position(byte[] key) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(keys[middle], key);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }

    /** Where the first key not less than {@code key} is. */
    int ceiling(byte[] key) {
        int position = position(key);
        return position < 0 ? -1 - position : position;
    }

    @Override
    byte @Nullable [] get(byte[] key) {
        int position = position(key);
        return position < 0 ? null : values[position];
    }

    @Override
    long size() {
        return count;
    }

    @Override
    Tree put(byte[] key, byte[] value, Edit edit) {
        Leaf leaf = ownedBy(edit);
        int position = leaf.position(key);
        if (position >= 0) {
            leaf.values[position] = value;
        } else {
            leaf.insert(-1 - position, key, value);
            edit.growth++;
        }
        return leaf;
    }

    private void insert(int at, byte[] key, byte[] value) {
        if (count == keys.length) {
            int room = Math.min(WIDTH + 1, count * 2 + 2);
            keys = Arrays.copyOf(keys, room);
            values = Arrays.copyOf(values, room);
        }
        System.arraycopy(keys, at, keys, at + 1, count - at);
        System.arraycopy(values, at, values, at + 1, count - at);
        keys[at] = key;
        values[at] = value;
        count++;
        newest = at;
    }

    @Override
    @Nullable
    Tree remove(byte[] from, byte @Nullable [] to, Edit edit) {
        int first = ceiling(from);
        int end = to == null ? count : ceiling(to);
        if (first >= end) {
            return this;
        }
        edit.growth -= end - first;
        return end - first == count ? null : ownedBy(edit).without(first, end);
    }

    private Leaf without(int first, int end) {
        System.arraycopy(keys, end, keys, first, count - end);
        System.arraycopy(values, end, values, first, count - end);
        int left = count - (end - first);
        Arrays.fill(keys, left, count, null);
        Arrays.fill(values, left, count, null);
        count = left;
        return this;
    }

    @Override
    boolean overfull() {
        return count > WIDTH;
    }

    @Override
    Tree split(Edit edit) {
        int at = newest == count - 1 ? newest : count / 2;
        int moved = count - at;
        Leaf upper = new Leaf(edit, Arrays.copyOfRange(keys, at, count), Arrays.copyOfRange(values, at, count), moved);
        Arrays.fill(keys, at, count, null);
        Arrays.fill(values, at, count, null);
        count = at;
        return upper;
    }

    @Override
    byte[] firstKey() {
        return keys[0];
    }

    private Leaf ownedBy(Edit edit) {
        return owner == edit ? this : new Leaf(edit, keys.clone(), values.clone(), count);
    }
}
