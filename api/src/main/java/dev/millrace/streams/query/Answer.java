package dev.millrace.streams.query;

import java.util.ArrayList;
import java.util.List;

/** What successes and failures share: a position and a story. */
abstract sealed class Answer<R> implements QueryResult<R> permits SucceededQuery, FailedQuery {
    private final List<String> executionInfo = new ArrayList<>();
    private Position position;

    @Override
    public void addExecutionInfo(String message) {
        executionInfo.add(message);
    }

    @Override
    public void setPosition(Position position) {
        this.position = position;
    }

    @Override
    public boolean isFailure() {
        return !isSuccess();
    }

    @Override
    public List<String> getExecutionInfo() {
        return executionInfo;
    }

    @Override
    public Position getPosition() {
        return position;
    }

    final String common() {
        return ", executionInfo=" + executionInfo + ", position=" + position + "}";
    }
}
