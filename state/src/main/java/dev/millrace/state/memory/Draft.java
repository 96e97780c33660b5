package dev.millrace.state.memory;

import dev.millrace.state.database.Ranks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes of one transaction to one store: noted by the task's thread, made into the next version by whoever writes. */
final class Draft {
    private final MemoryStore store;
    private final List<Step> steps = new ArrayList<>();
    private final Tree.Edit edit = new Tree.Edit();
    private @Nullable Tree root;

    Draft(MemoryStore store) {
        this.store = store;
    }

    // ---- noting ----

    /** Sets the value of a key; null deletes. */
    void change(byte[] key, byte @Nullable [] value) {
        rows(false).add(key, value);
    }

    /** Sets the value of a key that may change places with others that are set in this way around it. */
    void putUnordered(byte[] key, byte[] value) {
        rows(true).add(key, value);
    }

    void deleteRange(byte[] from, byte[] to) {
        steps.add(new Range(from, to));
    }

    private Rows rows(boolean unordered) {
        Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        if (last instanceof Rows rows && rows.unordered == unordered) {
            return rows;
        }
        Rows rows = new Rows(unordered);
        steps.add(rows);
        return rows;
    }

    /** Changes that are made one after the other. */
    private abstract static sealed class Step {
        abstract void make(Draft draft);
    }

    private static final class Rows extends Step {
        private final boolean unordered;
        private final List<byte[]> keys = new ArrayList<>();
        private final List<byte @Nullable []> values = new ArrayList<>();

        Rows(boolean unordered) {
            this.unordered = unordered;
        }

        void add(byte[] key, byte @Nullable [] value) {
            keys.add(key);
            values.add(value);
        }

        /** Neighbours one after the other, if that is allowed: the way down the tree is near then. */
        @Override
        void make(Draft draft) {
            int[] order = unordered ? Ranks.byKey(keys.size(), keys::get) : null;
            for (int i = 0; i < keys.size(); i++) {
                int place = order == null ? i : order[i];
                draft.make(keys.get(place), values.get(place));
            }
        }
    }

    private static final class Range extends Step {
        private final byte[] from;
        private final byte[] to;

        Range(byte[] from, byte[] to) {
            this.from = from;
            this.to = to;
        }

        @Override
        void make(Draft draft) {
            draft.remove(from, to);
        }
    }

    // ---- writing ----

    /** Makes all changes, and shows the version that results. */
    void publish() {
        MemoryStore.Version before = store.written();
        root = before.root();
        steps.forEach(step -> step.make(this));
        store.publish(new MemoryStore.Version(root, before.entries() + edit.growth));
    }

    private void make(byte[] key, byte @Nullable [] value) {
        if (value == null) {
            remove(key, Arrays.copyOf(key, key.length + 1));
        } else if (root == null) {
            root = Leaf.of(key, value, edit);
        } else {
            Tree changed = root.put(key, value, edit);
            root = changed.overfull() ? Branch.of(changed, changed.split(edit), edit) : changed;
        }
    }

    private void remove(byte[] from, byte[] to) {
        if (root != null) {
            root = root.remove(from, to, edit);
        }
    }
}
