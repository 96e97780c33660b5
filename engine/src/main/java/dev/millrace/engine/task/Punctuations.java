package dev.millrace.engine.task;

import dev.millrace.engine.metric.TaskCounters;
import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.time.PunctuationSchedule;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.streams.processor.Cancellable;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.Punctuator;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The punctuators of one task, on its two kinds of time.
 *
 * <p>Stream time starts a punctuator with the first record, wall-clock time one interval from now; either takes a start
 * time instead, which fixes the grid of all calls. A punctuator runs in a record context of its own: no topic, and the time
 * it is called with as timestamp.
 */
final class Punctuations {
    private final TaskContext context;
    private final TaskFaults faults;
    private final TaskCounters counters;
    private final PunctuationSchedule onStreamTime = new PunctuationSchedule();
    private final PunctuationSchedule onWallClock = new PunctuationSchedule();

    Punctuations(TaskContext context, TaskFaults faults, TaskCounters counters) {
        this.context = context;
        this.faults = faults;
        this.counters = counters;
    }

    Cancellable schedule(
            @Nullable Instant start, Duration interval, PunctuationType type, Punctuator punctuator, Operator node) {
        if (start != null && start.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException(
                    "Node " + node.name() + " schedules from " + start + "; the earliest start is " + Instant.EPOCH);
        }
        long intervalMs = interval.toMillis();
        if (intervalMs < 1) {
            throw new IllegalArgumentException(
                    "Node " + node.name() + " schedules every " + interval + "; the least interval is one millisecond");
        }
        boolean streamTime = type == PunctuationType.STREAM_TIME;
        long nowMs = streamTime ? context.streamTimeMs() : context.wallClockMs();
        long firstMs =
                start != null ? onGrid(start.toEpochMilli(), intervalMs, nowMs) : streamTime ? 0 : nowMs + intervalMs;
        PunctuationSchedule schedule = streamTime ? onStreamTime : onWallClock;
        return schedule.add(firstMs, intervalMs, atMs -> run(punctuator, node.name(), atMs));
    }

    /** A start in the past counts as its next repetition. */
    private static long onGrid(long startMs, long intervalMs, long nowMs) {
        return startMs >= nowMs ? startMs : startMs + ((nowMs - startMs) / intervalMs + 1) * intervalMs;
    }

    boolean dueAtStreamTime(long streamTimeMs) {
        return onStreamTime.isDue(streamTimeMs);
    }

    boolean dueAtWallClock(long nowMs) {
        return onWallClock.isDue(nowMs);
    }

    int atStreamTime(long streamTimeMs) {
        return onStreamTime.run(streamTimeMs);
    }

    int atWallClock(long nowMs) {
        return onWallClock.isDue(nowMs) ? onWallClock.run(nowMs) : 0;
    }

    private void run(Punctuator punctuator, String nodeName, long nowMs) {
        OriginSnapshot before = context.actFor(TaskContext.noRecord(nowMs));
        try {
            punctuator.punctuate(nowMs);
        } catch (RuntimeException error) {
            faults.failed(nodeName, null, error);
        } finally {
            context.actFor(before);
        }
        counters.punctuated();
    }
}
