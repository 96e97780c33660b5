package dev.millrace.engine.worker;

import dev.millrace.engine.time.Clock;
import dev.millrace.streams.errors.StreamsException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;

/** How long a thread goes on trying while the cluster does not answer: {@code task.timeout.ms} from the first time-out on. */
final class TimeoutPatience {
    private static final long NONE = -1;

    private final String threadName;
    private final long limitMs;
    private final Clock clock;
    private final Logger log;
    private long sinceMs = NONE;

    TimeoutPatience(String threadName, long limitMs, Clock clock, Logger log) {
        this.threadName = threadName;
        this.limitMs = limitMs;
        this.clock = clock;
        this.log = log;
    }

    /** The cluster answered. */
    void answered() {
        sinceMs = NONE;
    }

    /** The cluster did not answer; returns if it is to be asked again, else throws. */
    void endure(TimeoutException timeout) {
        long nowMs = clock.nowMs();
        if (sinceMs == NONE) {
            sinceMs = nowMs;
        }
        if (nowMs - sinceMs >= limitMs) {
            throw new StreamsException(
                    threadName + ": the cluster did not answer for task.timeout.ms=" + limitMs
                            + " ms; is it reachable and healthy?",
                    timeout);
        }
        log.warn("{}: the cluster did not answer, trying again: {}", threadName, timeout.getMessage());
    }
}
