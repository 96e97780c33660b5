package dev.millrace.kafka.fault;

import dev.millrace.engine.port.FaultPolicy;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.kafka.record.SourceRecords;
import dev.millrace.streams.errors.DeserializationExceptionHandler;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.errors.ProcessingExceptionHandler;
import dev.millrace.streams.errors.ProductionExceptionHandler;
import dev.millrace.streams.errors.ProductionExceptionHandler.SerializationExceptionOrigin;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.api.Record;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The fault policy of one worker: asks the three configured exception handlers, keeps the dead letters that they write, and
 * turns "fail" into an exception that says where it happened.
 *
 * <p>A handler that throws, or answers null, fails the worker with its own exception.
 */
public final class ExceptionHandlers implements FaultPolicy {
    private final DeserializationExceptionHandler deserialization;
    private final ProcessingExceptionHandler processing;
    private final ProductionExceptionHandler production;
    private final DeadLetters deadLetters;

    public ExceptionHandlers(
            DeserializationExceptionHandler deserialization,
            ProcessingExceptionHandler processing,
            ProductionExceptionHandler production,
            DeadLetters deadLetters) {
        this.deserialization = deserialization;
        this.processing = processing;
        this.production = production;
        this.deadLetters = deadLetters;
    }

    @Override
    public void undeserializable(ErrorHandlerContext context, SourceBatch batch, int index, Exception error) {
        ConsumerRecord<byte[], byte[]> record = SourceRecords.raw(batch, index);
        DeserializationExceptionHandler.Response response =
                ask("deserialization", context, () -> deserialization.handleError(context, record, error));
        deadLetters.add(response.deadLetterQueueRecords());
        if (response.result() == DeserializationExceptionHandler.Result.FAIL) {
            throw new StreamsException(
                    "The deserialization exception handler says to fail on a record that cannot be read: "
                            + where(context) + ". To go on instead, set deserialization.exception.handler",
                    error,
                    context.taskId());
        }
    }

    @Override
    public void unprocessable(ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception error) {
        ProcessingExceptionHandler.Response response =
                ask("processing", context, () -> processing.handleError(context, record, error));
        deadLetters.add(response.deadLetterQueueRecords());
        if (response.result() == ProcessingExceptionHandler.Result.FAIL) {
            throw new StreamsException("A record could not be processed: " + where(context), error, context.taskId());
        }
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
        ProducerRecord<Object, Object> record =
                new ProducerRecord<>(topic, null, timestampMs, key, value, context.headers());
        SerializationExceptionOrigin origin =
                inKey ? SerializationExceptionOrigin.KEY : SerializationExceptionOrigin.VALUE;
        ProductionExceptionHandler.Response response =
                ask("production", context, () -> production.handleSerializationError(context, record, error, origin));
        deadLetters.add(response.deadLetterQueueRecords());
        // Trying again would give the same bytes, or rather none.
        if (response.result() != ProductionExceptionHandler.Result.RESUME) {
            throw new StreamsException(
                    "Cannot serialize the " + (inKey ? "key" : "value") + " of a record for topic " + topic + ": "
                            + where(context) + ". To drop such records, set production.exception.handler",
                    error,
                    context.taskId());
        }
    }

    /**
     * A record was sent and refused.
     *
     * @return what is to be done
     */
    public ProductionExceptionHandler.Result unsendable(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception error) {
        ProductionExceptionHandler.Response response =
                ask("production", context, () -> production.handleError(context, record, error));
        deadLetters.add(response.deadLetterQueueRecords());
        return response.result();
    }

    /** The class of the production exception handler. */
    public Class<?> production() {
        return production.getClass();
    }

    private static <T> T ask(String handler, ErrorHandlerContext context, Supplier<@Nullable T> question) {
        try {
            return Objects.requireNonNull(question.get(), "The " + handler + " exception handler answered null");
        } catch (RuntimeException e) {
            throw new StreamsException(
                    "The " + handler + " exception handler failed itself: " + where(context), e, context.taskId());
        }
    }

    private static String where(ErrorHandlerContext context) {
        return String.join(
                ", ",
                List.of(
                        "taskId=" + context.taskId(),
                        "processor=" + context.processorNodeId(),
                        "topic=" + context.topic(),
                        "partition=" + context.partition(),
                        "offset=" + context.offset()));
    }
}
