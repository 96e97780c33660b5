package dev.millrace.state.kind;

import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.overlay.RestoredRows;
import org.jspecify.annotations.Nullable;

/**
 * Committed content in a store of bytes that the user supplied.
 *
 * <p>Such a store cannot take part in the task's batch: it is written to and told to commit right before the batch commits.
 * Whether it is then exactly a committed state after a crash is up to it.
 */
public interface SuppliedContent extends OrderedBytes {

    /** A value as the user's store keeps it. */
    byte[] supplied(byte[] stored);

    /** Notes what is to be written; null deletes. */
    void note(byte[] key, byte @Nullable [] value);

    /** Writes what is noted. */
    void write();

    /** What is noted is not to be written. */
    void forget();

    /** Adds a change to the batch, or notes it if the database is a supplied one; null deletes. */
    static void keep(StateTransaction batch, OrderedBytes database, byte[] key, byte @Nullable [] stored) {
        if (database instanceof SuppliedContent supplied) {
            supplied.note(key, stored);
        } else if (stored == null) {
            batch.delete(database, key);
        } else {
            batch.put(database, key, stored);
        }
    }

    /** Adds restored rows to the batch, or notes them if the database is a supplied one. */
    static void restore(StateTransaction batch, OrderedBytes database, RestoredRows rows) {
        if (database instanceof SuppliedContent supplied) {
            rows.drain(supplied::note);
        } else {
            rows.drain(batch, database);
        }
    }
}
