package dev.millrace.engine.worker;

/**
 * What a worker is told by configuration.
 *
 * @param pollMs {@code poll.ms}: how long a poll waits if there is nothing to do
 * @param commitIntervalMs {@code commit.interval.ms}
 * @param purgeIntervalMs {@code repartition.purge.interval.ms}
 * @param taskTimeoutMs {@code task.timeout.ms}: how long time-outs of the cluster are tried again
 * @param restoreLimitBytes how much of what is restored may wait to be written, for each worker
 * @param summaryIntervalMs {@code log.summary.interval.ms}: how often it logs what it has done; negative for never
 */
public record WorkerSettings(
        long pollMs,
        long commitIntervalMs,
        long purgeIntervalMs,
        long taskTimeoutMs,
        long restoreLimitBytes,
        long summaryIntervalMs) {}
