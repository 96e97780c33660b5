package dev.millrace.state.task;

import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.database.StateTransaction;
import org.jspecify.annotations.Nullable;

/** A database of the task and the transaction that is being filled for it, if any. */
final class CommitBatch implements AutoCloseable {
    private final StateDatabase database;
    private @Nullable StateTransaction open;

    CommitBatch(StateDatabase database) {
        this.database = database;
    }

    StateDatabase database() {
        return database;
    }

    /** The transaction to add to; begun if there is none. */
    StateTransaction open() {
        if (open == null) {
            open = database.begin();
        }
        return open;
    }

    /** Commits what was added, if anything was. */
    void commit() {
        StateTransaction ending = open;
        if (ending != null) {
            open = null;
            try (ending) {
                ending.commit();
            }
        }
    }

    /** Throws away what was added, if anything was. */
    void discard() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** Throws away what was added and closes the database. */
    @Override
    public void close() {
        try (database) {
            discard();
        }
    }
}
