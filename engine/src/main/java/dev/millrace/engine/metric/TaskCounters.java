package dev.millrace.engine.metric;

/**
 * What one task has done since it was created. Written by the thread that owns the task; read by others under its lock, or
 * without it by who can live with a slightly old number.
 */
public final class TaskCounters {
    private long processed;
    private long dropped;
    private long punctuations;
    private long commits;

    /** One more record went through the operators. */
    public void recordProcessed() {
        processed++;
    }

    /** One more record was left out: skipped at the source, late, without a key, or dropped by a handler. */
    public void recordDropped() {
        dropped++;
    }

    /** One more punctuator ran. */
    public void punctuated() {
        punctuations++;
    }

    /** One more commit was completed. */
    public void committed() {
        commits++;
    }

    /** How many records went through the operators. */
    public long processedRecords() {
        return processed;
    }

    /** How many records were left out. */
    public long droppedRecords() {
        return dropped;
    }

    /** How often a punctuator ran. */
    public long punctuations() {
        return punctuations;
    }

    /** How many commits were completed. */
    public long commits() {
        return commits;
    }
}
