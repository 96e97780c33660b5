package dev.millrace.state.memory;

import dev.millrace.state.database.ByteCursor;
import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A walk over one version of a tree. Bounds are looked up once per leaf, not compared per entry.
 *
 * <p>In the current leaf, the entries of the range that are still to come lie from {@code low} to before {@code high}.
 */
final class TreeCursor implements ByteCursor {
    private final byte @Nullable [] from;
    private final byte @Nullable [] to;
    private final boolean descending;
    private final ArrayDeque<Step> path = new ArrayDeque<>();
    private @Nullable Leaf leaf;
    private int low;
    private int high;
    private int here = -1;

    TreeCursor(@Nullable Tree root, byte @Nullable [] from, byte @Nullable [] to, boolean descending) {
        this.from = from;
        this.to = to;
        this.descending = descending;
        if (root != null) {
            enter(descend(root));
        }
    }

    @Override
    public boolean next() {
        while (leaf != null) {
            if (low < high) {
                here = descending ? --high : low++;
                return true;
            }
            here = -1;
            leave(leaf);
        }
        return false;
    }

    @Override
    public byte[] key() {
        return current().keys[here];
    }

    @Override
    public byte[] value() {
        return current().values[here];
    }

    @Override
    public void close() {
        leaf = null;
        path.clear();
    }

    private Leaf current() {
        if (leaf == null || here < 0) {
            throw new NoSuchElementException("the cursor is not at an entry: next() was not called or said false");
        }
        return leaf;
    }

    /** Down to the leaf where the range begins, in the direction of the walk. */
    private Leaf descend(Tree root) {
        Tree node = root;
        while (node instanceof Branch branch) {
            byte[] bound = descending ? to : from;
            int first = descending ? branch.count - 1 : 0;
            Step step = new Step(branch, bound == null ? first : branch.childFor(bound));
            path.push(step);
            node = step.child();
        }
        return (Leaf) node;
    }

    private void enter(Leaf entered) {
        leaf = entered;
        low = from == null ? 0 : entered.ceiling(from);
        high = to == null ? entered.count : entered.ceiling(to);
    }

    /** On to the neighbour, unless the range ended inside this leaf. */
    private void leave(Leaf left) {
        boolean ended =
                descending ? from != null && left.ceiling(from) > 0 : to != null && left.ceiling(to) < left.count;
        leaf = null;
        while (!ended && !path.isEmpty()) {
            Step step = path.peek();
            if (step.move(descending)) {
                enter(edge(step.child()));
                return;
            }
            path.pop();
        }
    }

    /** Down along the side that the walk comes from. */
    private Leaf edge(Tree top) {
        Tree node = top;
        while (node instanceof Branch branch) {
            Step step = new Step(branch, descending ? branch.count - 1 : 0);
            path.push(step);
            node = step.child();
        }
        return (Leaf) node;
    }

    /** A branch on the way down, and which of its children was taken. */
    private static final class Step {
        private final Branch branch;
        private int taken;

        private Step(Branch branch, int taken) {
            this.branch = branch;
            this.taken = taken;
        }

        private Tree child() {
            return branch.children[taken];
        }

        private boolean move(boolean back) {
            taken += back ? -1 : 1;
            return taken >= 0 && taken < branch.count;
        }
    }
}
