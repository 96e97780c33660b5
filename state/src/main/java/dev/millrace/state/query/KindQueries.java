package dev.millrace.state.query;

import dev.millrace.state.kind.StorePosition;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * The queries that stores of one kind know.
 *
 * <p>As in the reference, a store that holds updates back (a cache) answers most queries as of the last commit; each kind says
 * which.
 */
abstract sealed class KindQueries permits KeyValueQueries, SessionQueries, VersionQueries, WindowQueries {
    private final StorePosition position;
    private final boolean shownAsCommitted;

    /** @param shownAsCommitted whether the store says of itself that it is where it was committed last */
    KindQueries(StorePosition position, boolean shownAsCommitted) {
        this.position = position;
        this.shownAsCommitted = shownAsCommitted;
    }

    /** How to answer a query; null if the kind does not know it. Reads nothing yet. */
    abstract @Nullable Lookup lookup(Query<?> query);

    /** How far the store has come. */
    final StorePosition position() {
        return position;
    }

    /** How far the store says to have come in answer to a query that it does not know. */
    Position unansweredPosition() {
        return shownPosition();
    }

    /** How far the store says to have come if nobody queries it. */
    final Position shownPosition() {
        return shownAsCommitted ? position.lastCommitted() : position.current();
    }
}
