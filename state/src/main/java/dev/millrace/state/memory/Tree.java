package dev.millrace.state.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A part of a search tree from bytes to bytes whose published versions never change.
 *
 * <p>The idea. A B+ tree: entries lie in {@link Leaf leaves}, {@link Branch branches} lead to them, and both are flat arrays,
 * which the garbage collector and the processor's cache like better than one object per entry. A version of a store is a
 * reference to its root. A transaction changes nothing that a reader could have: where it writes, it first copies the nodes on
 * the way from the root, and signs the copies with its own {@code owner}; nodes that carry its signature it changes in place.
 * So a commit of many entries copies a node at most once, publishing is one reference written, discarding is one forgotten,
 * and a cursor on an old root is a snapshot that costs nothing.
 *
 * <pre>
 *   root, version 1        root', version 2          leaf     k0 k1 k2 ...      up to 64 keys, ascending
 *      /    \                 /    \                          v0 v1 v2 ...
 *   leaf A   leaf B  &lt;---  leaf B   leaf A'          branch   s1 s2 ...         si: all keys of child i and after
 *                          (shared) (copied)                 c0 c1 c2 ...           are not less than si
 * </pre>
 *
 * <p>Nodes that run empty are removed; half-empty ones are left, because stores that shrink do so by ranges or grow again.
 */
abstract sealed class Tree permits Leaf, Branch {
    /** Entries in a leaf, children of a branch: a copy is a few cache lines, a million entries are four levels. */
    static final int WIDTH = 64;

    /** The transaction that may change this node in place. */
    final Object owner;

    Tree(Object owner) {
        this.owner = owner;
    }

    /** The value of {@code key}, or null. */
    abstract byte @Nullable [] get(byte[] key);

    /** How many keys are here or below. */
    abstract long size();

    /** This node with a value set; it may have become {@link #overfull}. */
    abstract Tree put(byte[] key, byte[] value, Edit edit);

    /** This node without the keys from {@code from} (inclusive) to {@code to} (exclusive; null: to the end), or null if empty. */
    abstract @Nullable Tree remove(byte[] from, byte @Nullable [] to, Edit edit);

    /** Whether the parent must {@link #split} this node before anything else happens to it. */
    abstract boolean overfull();

    /**
     * Takes the upper part off this node, which {@code edit} owns: the last entry alone if that is the newest, because then
     * keys seem to come in order and a node cut in half would stay half empty; otherwise half.
     */
    abstract Tree split(Edit edit);

    /** The least key here or below. */
    abstract byte[] firstKey();

    /** The order of all stores: bytes unsigned, a prefix first. */
    static int compare(byte[] left, byte[] right) {
        return Arrays.compareUnsigned(left, right);
    }

    /** The edits of one transaction on one store: the signature of its nodes, and by how much the store has grown. */
    static final class Edit {
        long growth;
    }
}
