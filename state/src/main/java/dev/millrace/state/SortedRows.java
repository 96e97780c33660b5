package dev.millrace.state;

import org.jspecify.annotations.Nullable;

/** Keys, ascending and each once, with the values they are to have. */
public interface SortedRows {
    int size();

    /** Not to be changed. */
    byte[] key(int index);

    /** Null if the key is to be removed. Not to be changed. */
    byte @Nullable [] value(int index);

    /** The length of all keys and values. */
    long bytes();
}
