package dev.millrace.runtime;

import dev.millrace.streams.StreamsConfig;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * Deletes the local content of tasks that have moved away: at the start what is older than {@code state.cleanup.dir.max.age.ms},
 * and then, every {@code state.cleanup.delay.ms}, what nobody here has had for that long.
 */
final class StateCleaner implements AutoCloseable {
    private final LocalState local;
    private final long delayMs;
    private final long maxAgeMs;
    private final Logger log;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    StateCleaner(StreamsConfig config, LocalState local, String clientId, Logger log) {
        this.local = local;
        this.delayMs = config.getLong(StreamsConfig.STATE_CLEANUP_DELAY_MS_CONFIG);
        this.maxAgeMs = config.getLong(StreamsConfig.STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG);
        this.log = log;
        this.thread = new Thread(this::run, clientId + "-CleanupThread");
        thread.setDaemon(true);
    }

    /** Cleans up after earlier processes, before any task is opened, and goes on while the instance runs. */
    void start() {
        if (maxAgeMs > StreamsConfig.STATE_CLEANUP_DIR_MAX_AGE_MS_DISABLED) {
            local.removeObsolete(maxAgeMs);
        }
        thread.start();
    }

    private void run() {
        try {
            while (!closed.await(Math.max(1, delayMs), TimeUnit.MILLISECONDS)) {
                removeObsolete();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void removeObsolete() {
        try {
            local.removeObsolete(delayMs);
        } catch (RuntimeException failed) {
            log.warn("The local content of tasks that have moved away cannot be deleted", failed);
        }
    }

    /** Returns when nothing is being deleted any more. */
    @Override
    public void close() {
        closed.countDown();
        Ending.join(thread, null);
    }
}
