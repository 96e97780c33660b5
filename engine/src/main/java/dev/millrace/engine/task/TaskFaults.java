package dev.millrace.engine.task;

import dev.millrace.engine.metric.TaskCounters;
import dev.millrace.engine.port.SinkFailedException;
import dev.millrace.engine.port.UnknownOutcomeException;
import dev.millrace.engine.task.intake.InputQueue;
import dev.millrace.engine.task.intake.Refusals;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.errors.ProcessorStateException;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.errors.TaskCorruptedException;
import dev.millrace.streams.errors.TaskMigratedException;
import dev.millrace.streams.processor.api.Record;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Where the failures of one task are brought: decides which may be handled at all, asks the fault policy, counts what is
 * left out.
 *
 * <p>A failure travels up through every operator between the one that failed and the source, and each of them asks again.
 * The answer was given where it happened, so the failure is remembered and passed on untouched.
 */
final class TaskFaults implements Refusals {
    private static final long NEVER = -1;
    private static final long LOG_INTERVAL_MS = 10_000;

    private final TaskContext context;
    private final TaskEnvironment environment;
    private final TaskCounters counters;
    private @Nullable RuntimeException decided;
    private long lastLoggedMs = NEVER;

    TaskFaults(TaskContext context, TaskEnvironment environment, TaskCounters counters) {
        this.context = context;
        this.environment = environment;
        this.counters = counters;
    }

    /** A processor failed on a record, or (record null) in a punctuation. Returns if the record is dropped there. */
    void failed(String nodeName, @Nullable Record<?, ?> record, RuntimeException error) {
        if (mustPass(error)) {
            throw error;
        }
        ErrorHandlerContext place = record == null ? context.faultContext(nodeName) : contextOf(record, nodeName);
        decide(() -> environment.faults().unprocessable(place, record, error));
        counters.recordDropped();
    }

    /** The handler is told the time and headers that the record had where it failed, not those it came with. */
    private ErrorHandlerContext contextOf(Record<?, ?> record, String nodeName) {
        OriginSnapshot failed = new OriginSnapshot(
                context.topic(), context.partition(), context.offset(), record.timestamp(), record.headers());
        OriginSnapshot before = context.actFor(failed);
        try {
            return context.faultContext(nodeName);
        } finally {
            context.actFor(before);
        }
    }

    void failed(
            String nodeName,
            @Nullable Object key,
            @Nullable Object value,
            long timestamp,
            Headers headers,
            RuntimeException error) {
        if (mustPass(error)) {
            throw error;
        }
        failed(nodeName, new Record<>(key, value, timestamp, headers), error);
    }

    /** A failure that no operator answered for, because there was none between source and sink: says where it was. */
    RuntimeException unanswered(String sourceName, RuntimeException error) {
        if (mustPass(error)) {
            return error;
        }
        return new StreamsException(
                "A record could not be processed: taskId=" + context.taskId() + ", processor=" + sourceName + ", topic="
                        + context.topic() + ", partition=" + context.partition() + ", offset=" + context.offset(),
                error,
                context.taskId());
    }

    /** A failure on an update that a store held back until the commit: a failure of that store, as in the reference. */
    RuntimeException whileEmitting(RuntimeException error) {
        if (mustPass(error) && error != decided) {
            return error;
        }
        Throwable cause = error == decided && error.getCause() != null ? error.getCause() : error;
        return new ProcessorStateException(
                "Task " + context.taskId() + " failed on an update that a caching store emitted at a commit: "
                        + error.getMessage(),
                cause);
    }

    /** What says that this worker must stop cannot be handled as the fault of a record. */
    private boolean mustPass(RuntimeException error) {
        return error == decided
                || error instanceof TaskMigratedException
                || error instanceof TaskCorruptedException
                || error instanceof SinkFailedException
                || error instanceof UnknownOutcomeException
                || error instanceof InterruptException;
    }

    private void decide(Runnable question) {
        try {
            question.run();
        } catch (RuntimeException fatal) {
            decided = fatal;
            throw fatal;
        }
    }

    /** An operator left a record out. Every one counts; the log hears of the first, and then of one now and then. */
    void dropped(String nodeName, String reason) {
        counters.recordDropped();
        long nowMs = context.wallClockMs();
        if (lastLoggedMs == NEVER || nowMs - lastLoggedMs >= LOG_INTERVAL_MS) {
            lastLoggedMs = nowMs;
            log(nodeName, reason);
        }
    }

    private void log(String nodeName, String reason) {
        environment
                .log()
                .warn(
                        "Skipping a record at node {} of task {}: {}. topic=[{}] partition=[{}] offset=[{}]; skipped so far: {}",
                        nodeName,
                        context.taskId(),
                        reason,
                        context.topic(),
                        context.partition(),
                        context.offset(),
                        counters.droppedRecords());
    }

    @Override
    public void undeserializable(InputQueue input, Exception error) {
        context.turnTo(input);
        decide(() -> environment
                .faults()
                .undeserializable(context.faultContext(input.sourceName()), input.batch(), input.index(), error));
        counters.recordDropped();
    }

    @Override
    public void withoutEventTime(InputQueue input, long extractedTimestamp) {
        context.turnTo(input);
        dropped(
                input.sourceName(),
                "the timestamp extractor gave " + extractedTimestamp + ", and a negative time means to skip");
    }
}
