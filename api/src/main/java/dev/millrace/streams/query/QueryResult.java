package dev.millrace.streams.query;

import dev.millrace.streams.processor.StateStore;
import java.util.List;

public interface QueryResult<R> {

    static <R> QueryResult<R> forResult(R result) {
        throw new UnsupportedOperationException("QueryResult.forResult");
    }

    static <R> QueryResult<R> forFailure(FailureReason failureReason, String failureMessage) {
        throw new UnsupportedOperationException("QueryResult.forFailure");
    }

    static <R> QueryResult<R> forUnknownQueryType(Query<R> query, StateStore store) {
        throw new UnsupportedOperationException("QueryResult.forUnknownQueryType");
    }

    static <R> QueryResult<R> notUpToBound(Position currentPosition, PositionBound positionBound, Integer partition) {
        throw new UnsupportedOperationException("QueryResult.notUpToBound");
    }

    void addExecutionInfo(String message);

    void setPosition(Position position);

    boolean isSuccess();

    boolean isFailure();

    List<String> getExecutionInfo();

    Position getPosition();

    FailureReason getFailureReason();

    String getFailureMessage();

    R getResult();
}
