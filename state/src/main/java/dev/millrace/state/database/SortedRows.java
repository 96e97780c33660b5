package dev.millrace.state.database;

import org.jspecify.annotations.Nullable;

/**
 * Keys, ascending and each once, with the values they are to have.
 *
 * <p>They stay as they are, so they may be handed to another thread. Putting them in order may take its time, and is done when they are
 * first asked for.
 */
public interface SortedRows {
    int size();

    /** Not to be changed. */
    byte[] key(int index);

    /** Null if the key is to be removed. Not to be changed. */
    byte @Nullable [] value(int index);

    /** About how long all keys and values are, and never less: rows that others replace may be counted too. */
    long bytes();
}
