package dev.millrace.engine.worker;

import org.jspecify.annotations.Nullable;

/** What a worker has done since the log last heard of it. */
final class DutySummary {
    private final long intervalMs;

    private long lastToldMs;
    private long records;
    private long punctuations;
    private long commits;

    /** There is something to say every {@code intervalMs}, never if that is negative. */
    DutySummary(long intervalMs, long nowMs) {
        this.intervalMs = intervalMs;
        this.lastToldMs = nowMs;
    }

    void processed(int count) {
        records += count;
    }

    void punctuated(int count) {
        punctuations += count;
    }

    /** So many tasks were committed. */
    void committed(int tasks) {
        commits += tasks;
    }

    /** What to log now, null if it is not time yet. */
    @Nullable
    String due(long nowMs) {
        long passedMs = nowMs - lastToldMs;
        if (intervalMs < 0 || passedMs < intervalMs) {
            return null;
        }
        String text = "processed " + records + " records, ran " + punctuations + " punctuators and committed " + commits
                + " tasks in the last " + passedMs + " ms";
        lastToldMs = nowMs;
        records = 0;
        punctuations = 0;
        commits = 0;
        return text;
    }
}
