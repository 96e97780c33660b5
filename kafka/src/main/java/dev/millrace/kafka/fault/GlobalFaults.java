package dev.millrace.kafka.fault;

import dev.millrace.engine.port.FaultPolicy;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The fault policy of global stores. All instances must hold the same content, so a record that a processor fails on ends the
 * worker, unless {@code processing.exception.handler.global.enabled} says that the handler decides. Dead letters are not sent:
 * every instance would send its own.
 */
public final class GlobalFaults implements FaultPolicy {
    private final FaultPolicy handlers;
    private final boolean processingHandled;
    private final DeadLetters deadLetters;

    /** The {@code deadLetters} are those that {@code handlers} write. */
    public GlobalFaults(FaultPolicy handlers, boolean processingHandled, DeadLetters deadLetters) {
        this.handlers = handlers;
        this.processingHandled = processingHandled;
        this.deadLetters = deadLetters;
    }

    @Override
    public void undeserializable(ErrorHandlerContext context, SourceBatch batch, int index, Exception error) {
        handlers.undeserializable(context, batch, index, error);
        deadLetters.discard();
    }

    @Override
    public void unprocessable(ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception error) {
        if (!processingHandled) {
            throw error instanceof RuntimeException unchecked ? unchecked : new StreamsException(error);
        }
        handlers.unprocessable(context, record, error);
        deadLetters.discard();
    }

    @Override
    public void unserializable(
            ErrorHandlerContext context,
            String topic,
            @Nullable Object key,
            @Nullable Object value,
            long timestampMs,
            boolean inKey,
            Exception error) {
        throw new IllegalStateException("A global store has no sink, but something was to go to " + topic, error);
    }
}
