package dev.millrace.streams.query;

/** An answer without a result. */
final class FailedQuery<R> extends Answer<R> {
    private final FailureReason failureReason;
    private final String failureMessage;

    FailedQuery(FailureReason failureReason, String failureMessage) {
        this.failureReason = failureReason;
        this.failureMessage = failureMessage;
    }

    @Override
    public boolean isSuccess() {
        return false;
    }

    @Override
    public FailureReason getFailureReason() {
        return failureReason;
    }

    @Override
    public String getFailureMessage() {
        return failureMessage;
    }

    @Override
    public R getResult() {
        throw new IllegalArgumentException(
                "There is no result: the query failed with " + failureReason + ": " + failureMessage);
    }

    @Override
    public String toString() {
        return "FailedQueryResult{failureReason=" + failureReason + ", failure='" + failureMessage + "'" + common();
    }
}
