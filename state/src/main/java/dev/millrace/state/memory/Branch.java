package dev.millrace.state.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A node of nodes. {@code starts[i]} bounds child {@code i} from below; {@code starts[0]} is not looked at, whatever is less
 * than {@code starts[1]} belongs to the first child.
 */
final class Branch extends Tree {
    byte[][] starts;
    Tree[] children;
    int count;
    private int newest;

    private Branch(Object owner, byte[][] starts, Tree[] children, int count) {
        super(owner);
        this.starts = starts;
        this.children = children;
        this.count = count;
    }

    static Branch of(Tree lower, Tree upper, Edit edit) {
        byte[][] starts = {lower.firstKey(), upper.firstKey()};
        return new Branch(edit, starts, new Tree[] {lower, upper}, 2);
    }

    /** The child that has {@code key} if any has. */
    int childFor(byte[] key) {
        int low = 1;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (compare(starts[middle], key) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return low - 1;
    }

    @Override
    byte @Nullable [] get(byte[] key) {
        return children[childFor(key)].get(key);
    }

    @Override
    long size() {
        long size = 0;
        for (int i = 0; i < count; i++) {
            size += children[i].size();
        }
        return size;
    }

    @Override
    Tree put(byte[] key, byte[] value, Edit edit) {
        Branch branch = ownedBy(edit);
        int at = branch.childFor(key);
        Tree child = branch.children[at].put(key, value, edit);
        branch.children[at] = child;
        if (child.overfull()) {
            branch.insert(at + 1, child.split(edit));
        }
        return branch;
    }

    private void insert(int at, Tree child) {
        if (count == starts.length) {
            int room = Math.min(WIDTH + 1, count * 2);
            starts = Arrays.copyOf(starts, room);
            children = Arrays.copyOf(children, room);
        }
        System.arraycopy(starts, at, starts, at + 1, count - at);
        System.arraycopy(children, at, children, at + 1, count - at);
        starts[at] = child.firstKey();
        children[at] = child;
        count++;
        newest = at;
    }

    @Override
    @Nullable
    Tree remove(byte[] from, byte @Nullable [] to, Edit edit) {
        int first = childFor(from);
        int last = to == null ? count - 1 : childFor(to);
        Branch branch = this;
        for (int i = last; i >= first; i--) {
            Tree child = children[i];
            Tree left = first < i && i < last ? dropped(child, edit) : child.remove(from, to, edit);
            if (left != child) {
                branch = branch.ownedBy(edit);
                branch.replace(i, left);
            }
        }
        return switch (branch.count) {
            case 0 -> null;
            case 1 -> branch.children[0];
            default -> branch;
        };
    }

    private static @Nullable Tree dropped(Tree child, Edit edit) {
        edit.growth -= child.size();
        return null;
    }

    private void replace(int at, @Nullable Tree child) {
        if (child != null) {
            children[at] = child;
            return;
        }
        count--;
        System.arraycopy(starts, at + 1, starts, at, count - at);
        System.arraycopy(children, at + 1, children, at, count - at);
        Arrays.fill(starts, count, count + 1, null);
        Arrays.fill(children, count, count + 1, null);
    }

    @Override
    boolean overfull() {
        return count > WIDTH;
    }

    @Override
    Tree split(Edit edit) {
        int at = newest == count - 1 ? newest : count / 2;
        int moved = count - at;
        byte[][] upperStarts = Arrays.copyOfRange(starts, at, count);
        Branch upper = new Branch(edit, upperStarts, Arrays.copyOfRange(children, at, count), moved);
        Arrays.fill(starts, at, count, null);
        Arrays.fill(children, at, count, null);
        count = at;
        return upper;
    }

    @Override
    byte[] firstKey() {
        return starts[0];
    }

    private Branch ownedBy(Edit edit) {
        return owner == edit ? this : new Branch(edit, starts.clone(), children.clone(), count);
    }
}
