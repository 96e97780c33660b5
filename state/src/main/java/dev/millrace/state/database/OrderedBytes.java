package dev.millrace.state.database;

import org.jspecify.annotations.Nullable;

/**
 * A sorted map from bytes to bytes: the committed content of one store.
 *
 * <p>Order is that of unsigned bytes, a prefix before what it prefixes. Content changes only when a
 * {@link StateTransaction} commits. Arrays passed in and out are never copied: who has one must not change it. Safe for use
 * by any number of threads while one of them commits.
 */
public interface OrderedBytes {

    /** The value of {@code key}, or null. */
    byte @Nullable [] get(byte[] key);

    /** The values of many keys, null where there is none; one call into a database where it can do that. */
    default byte[] @Nullable [] getAll(byte[][] keys) {
        byte[][] values = new byte[keys.length][];
        for (int i = 0; i < keys.length; i++) {
            values[i] = get(keys[i]);
        }
        return values;
    }

    /**
     * The entries from {@code from} (inclusive; null: the first) to {@code to} (exclusive; null: past the last), ascending
     * or descending. The cursor sees one consistent state and must be closed.
     */
    ByteCursor scan(byte @Nullable [] from, byte @Nullable [] to, boolean descending);

    /** How many entries there are, roughly; exact if that is cheap. */
    long approximateEntries();
}
