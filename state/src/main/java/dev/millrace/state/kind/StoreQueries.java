package dev.millrace.state.kind;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;

/** What answers the queries that a store is asked through {@code StateStore.query}. Safe for any thread. */
public interface StoreQueries {

    /** The answer of a store of ours; a failure if it does not know the query. */
    <R> QueryResult<R> answer(StateStore store, Query<R> query, PositionBound bound, QueryConfig config);

    /** How far into its inputs a store of ours has come. */
    Position position(StateStore store);
}
