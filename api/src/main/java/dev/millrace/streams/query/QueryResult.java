package dev.millrace.streams.query;

import dev.millrace.streams.processor.StateStore;
import java.util.List;

/**
 * What a store answers to a query: a result or a reason for failing, its position, and how it came about.
 *
 * <p>Not thread-safe.
 *
 * @param <R> the type of the result
 */
public interface QueryResult<R> {

    /** A success with this result, which may be null. */
    static <R> QueryResult<R> forResult(R result) {
        return new SucceededQuery<>(result);
    }

    /** A failure. */
    static <R> QueryResult<R> forFailure(FailureReason failureReason, String failureMessage) {
        return new FailedQuery<>(failureReason, failureMessage);
    }

    /** The failure of a store that does not know the query. */
    static <R> QueryResult<R> forUnknownQueryType(Query<R> query, StateStore store) {
        return forFailure(
                FailureReason.UNKNOWN_QUERY_TYPE,
                "The store " + store.getClass() + " does not know how to answer " + query
                        + ": ask it something else, or use a store that knows");
    }

    /** The failure of a store that has not come far enough; the position and the partition may be null. */
    static <R> QueryResult<R> notUpToBound(Position currentPosition, PositionBound positionBound, Integer partition) {
        String where = partition == null
                ? "The store is not initialized yet, so it has not reached "
                : "Partition " + partition + " of the store is at " + currentPosition + " and has not reached ";
        return forFailure(FailureReason.NOT_UP_TO_BOUND, where + positionBound);
    }

    /** Adds a line to the story of this answer. */
    void addExecutionInfo(String message);

    /** Says how far the store had come when it answered. */
    void setPosition(Position position);

    /** Whether there is a result. */
    boolean isSuccess();

    /** Whether there is a failure. */
    boolean isFailure();

    /** How the answer came about; empty unless the query asked for it. */
    List<String> getExecutionInfo();

    /** How far the store had come, null if that is not known. */
    Position getPosition();

    /**
     * Why the query failed.
     *
     * @throws IllegalArgumentException if it did not
     */
    FailureReason getFailureReason();

    /**
     * What there is to say about the failure.
     *
     * @throws IllegalArgumentException if there is none
     */
    String getFailureMessage();

    /**
     * The result.
     *
     * @throws IllegalArgumentException if the query failed
     */
    R getResult();
}
