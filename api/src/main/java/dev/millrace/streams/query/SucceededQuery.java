package dev.millrace.streams.query;

/** An answer with a result. */
final class SucceededQuery<R> extends Answer<R> {
    private final R result;

    SucceededQuery(R result) {
        this.result = result;
    }

    @Override
    public boolean isSuccess() {
        return true;
    }

    @Override
    public FailureReason getFailureReason() {
        throw new IllegalArgumentException("There is no failure reason: the query succeeded");
    }

    @Override
    public String getFailureMessage() {
        throw new IllegalArgumentException("There is no failure message: the query succeeded");
    }

    @Override
    public R getResult() {
        return result;
    }

    @Override
    public String toString() {
        return "SucceededQueryResult{result=" + result + common();
    }
}
