package dev.millrace.state.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries of an overlay in key order: a list of short sorted blocks.
 *
 * <p>An insertion moves at most a block's worth of references, a search is two binary searches, and walking on is reading an
 * array. {@link Walk Walks} survive changes by looking up where they were.
 */
final class SortedIndex {
    private static final int BLOCK = 128;
    private static final Comparator<Entry> BY_KEY = (a, b) -> Arrays.compareUnsigned(a.key, b.key);

    private Entry[][] blocks;
    private int[] sizes;
    private int blockCount;
    private int version;

    private SortedIndex(int capacity) {
        this.blocks = new Entry[Math.max(4, capacity)][];
        this.sizes = new int[blocks.length];
    }

    static SortedIndex of(List<Entry> entries) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(BY_KEY);
        int fill = BLOCK / 2;
        SortedIndex index = new SortedIndex((sorted.size() + fill - 1) / fill);
        for (int start = 0; start < sorted.size(); start += fill) {
            List<Entry> part = sorted.subList(start, Math.min(sorted.size(), start + fill));
            index.insertBlock(index.blockCount, part.toArray(new Entry[BLOCK]), part.size());
        }
        return index;
    }

    /** Adds an entry whose key is not here yet. */
    void add(Entry entry) {
        version++;
        int b = blockOf(entry.key);
        if (b < 0) {
            insertBlock(0, new Entry[BLOCK], 0);
            b = 0;
        }
        if (sizes[b] == BLOCK) {
            split(b);
            if (compare(blocks[b + 1][0], entry.key) <= 0) {
                b++;
            }
        }
        Entry[] block = blocks[b];
        int at = lowerBound(block, sizes[b], entry.key);
        System.arraycopy(block, at, block, at + 1, sizes[b] - at);
        block[at] = entry;
        sizes[b]++;
    }

    /** Takes out an entry that is here. */
    void remove(Entry entry) {
        version++;
        int b = blockOf(entry.key);
        int at = lowerBound(blocks[b], sizes[b], entry.key);
        removeFrom(b, at, at + 1);
        if (sizes[b] == 0) {
            removeBlocks(b, b + 1);
        }
    }

    /** Takes out all entries before a key. */
    void removeBefore(byte[] key) {
        version++;
        int b = blockOf(key);
        if (b >= 0) {
            removeFrom(b, 0, lowerBound(blocks[b], sizes[b], key));
            removeBlocks(0, sizes[b] == 0 ? b + 1 : b);
        }
    }

    private void removeFrom(int b, int from, int to) {
        System.arraycopy(blocks[b], to, blocks[b], from, sizes[b] - to);
        Arrays.fill(blocks[b], sizes[b] - (to - from), sizes[b], null);
        sizes[b] -= to - from;
    }

    private void removeBlocks(int from, int to) {
        System.arraycopy(blocks, to, blocks, from, blockCount - to);
        System.arraycopy(sizes, to, sizes, from, blockCount - to);
        Arrays.fill(blocks, blockCount - (to - from), blockCount, null);
        blockCount -= to - from;
    }

    /**
     * A walk over the entries from {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param numbersBefore entries with this number or a later one are left out
     */
    Walk range(byte @Nullable [] from, byte @Nullable [] to, boolean descending, long numbersBefore) {
        return new Walk(from, to, descending, numbersBefore);
    }

    private void split(int b) {
        int half = BLOCK / 2;
        Entry[] upper = new Entry[BLOCK];
        System.arraycopy(blocks[b], half, upper, 0, half);
        Arrays.fill(blocks[b], half, BLOCK, null);
        sizes[b] = half;
        insertBlock(b + 1, upper, half);
    }

    private void insertBlock(int at, Entry[] block, int size) {
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, blockCount * 2);
            sizes = Arrays.copyOf(sizes, blockCount * 2);
        }
        System.arraycopy(blocks, at, blocks, at + 1, blockCount - at);
        System.arraycopy(sizes, at, sizes, at + 1, blockCount - at);
        blocks[at] = block;
        sizes[at] = size;
        blockCount++;
    }

    /** The last block that begins at or before the key; the first if none does; -1 if there are no blocks. */
    private int blockOf(byte[] key) {
        int low = 0;
        int high = blockCount - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (compare(blocks[middle][0], key) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return blockCount == 0 ? -1 : low;
    }

    private static int lowerBound(Entry[] block, int size, byte[] key) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(block[middle], key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int compare(Entry entry, byte[] key) {
        return Arrays.compareUnsigned(entry.key, key);
    }

    /** One pass over a range, in either direction. */
    final class Walk {
        private final byte @Nullable [] from;
        private final byte @Nullable [] to;
        private final boolean descending;
        private final long numbersBefore;
        private int seenVersion = -1;
        private int block;
        private int position;
        private @Nullable Entry current;

        /** The key of the current entry, which may be moved to another. */
        private byte @Nullable [] reached;

        private Walk(byte @Nullable [] from, byte @Nullable [] to, boolean descending, long numbersBefore) {
            this.from = from;
            this.to = to;
            this.descending = descending;
            this.numbersBefore = numbersBefore;
        }

        boolean descending() {
            return descending;
        }

        /** The next entry, or null at the end; not to be called again after that. */
        @Nullable
        Entry next() {
            do {
                if (seenVersion != version) {
                    seek();
                    seenVersion = version;
                } else if (descending) {
                    back();
                } else {
                    position++;
                }
                current = at();
            } while (current != null && current.serial >= numbersBefore);
            reached = current == null ? null : current.key;
            return current;
        }

        /** Goes to the first entry of the range, or to the one after the current entry. */
        private void seek() {
            byte[] start = reached != null ? reached : descending ? to : from;
            if (start == null) {
                block = descending ? blockCount : 0;
                position = 0;
            } else {
                block = Math.max(0, blockOf(start));
                position = blockCount == 0 ? 0 : lowerBound(blocks[block], sizes[block], start);
                if (current != null && !descending && at(block, position) == current) {
                    position++;
                }
            }
            if (descending) {
                back();
            }
        }

        private @Nullable Entry at(int b, int index) {
            return b < blockCount && index < sizes[b] ? blocks[b][index] : null;
        }

        private void back() {
            position--;
            if (position < 0) {
                block--;
                position = block < 0 ? 0 : sizes[block] - 1;
            }
        }

        private @Nullable Entry at() {
            if (block >= 0 && block < blockCount && position >= sizes[block]) {
                block++;
                position = 0;
            }
            if (block < 0 || block >= blockCount) {
                return null;
            }
            Entry entry = blocks[block][position];
            return isInRange(entry) ? entry : null;
        }

        private boolean isInRange(Entry entry) {
            return descending ? from == null || compare(entry, from) >= 0 : to == null || compare(entry, to) < 0;
        }
    }
}
