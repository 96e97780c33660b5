package dev.millrace.state.facade;

import dev.millrace.state.kind.StoreQueries;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.query.FailureReason;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;

/** What answers queries to a store that is in no task: a failure that says so. */
enum NoQueries implements StoreQueries {
    INSTANCE;

    @Override
    public <R> QueryResult<R> answer(StateStore store, Query<R> query, PositionBound bound, QueryConfig config) {
        return QueryResult.forFailure(
                FailureReason.UNKNOWN_QUERY_TYPE,
                "Store " + store.name()
                        + " is in no task, so it answers no queries: read it with its own methods, or ask it"
                        + " in a TopologyTestDriver");
    }

    @Override
    public Position position(StateStore store) {
        return Position.emptyPosition();
    }
}
