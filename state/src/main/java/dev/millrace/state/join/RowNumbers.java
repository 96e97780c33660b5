package dev.millrace.state.join;

import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that tell rows of one key and window start apart. Each is given once, also after a crash and elsewhere: one that is
 * given twice would let a row overwrite another, in the database and in the changelog.
 *
 * <p>So the number given last is kept with the rows, in the database's one entry that is shorter than a bucket and therefore
 * before all of them, and goes up with every number that is restored. A store in memory restores all its rows, and needs no
 * such entry.
 */
final class RowNumbers {
    private final @Nullable OrderedBytes database;
    private final byte[] place;
    private long last;
    private long staged;
    private long kept;

    private RowNumbers(@Nullable OrderedBytes database, byte[] place) {
        this.database = database;
        this.place = place;
        byte[] found = database == null ? null : database.get(place);
        kept = found == null ? 0 : ChangelogFormat.timestampOf(found);
        last = kept;
    }

    /** For a store whose rows lie in that database. */
    static RowNumbers of(StoreSpec spec, OrderedBytes database) {
        return new RowNumbers(spec.persistent() ? database : null, new byte[] {0});
    }

    /** For a store whose rows lie in one that the user supplied, and that one's perhaps in the same database. */
    static RowNumbers beside(StoreSpec spec, StoreHost host) {
        return new RowNumbers(spec.persistent() ? host.database(spec.name(), true) : null, new byte[] {1});
    }

    int next() {
        last++;
        return (int) last & Integer.MAX_VALUE;
    }

    /** A number that was given before. */
    void restore(int number) {
        last = Math.max(last, number);
    }

    void stage(StateTransaction batch) {
        staged = last;
        if (database != null && staged != kept) {
            byte[] value = new byte[Long.BYTES];
            ChangelogFormat.putLong(value, 0, staged);
            batch.put(database, place, value);
        }
    }

    void committed() {
        kept = staged;
    }
}
