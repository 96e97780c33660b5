package dev.millrace.streams.errors;

import dev.millrace.streams.processor.ProcessorContext;
import dev.millrace.streams.spi.ProcessorContextSource;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Configurable;

/**
 * Decides what happens when an input record cannot be read: named by {@code deserialization.exception.handler}.
 *
 * <p>Called on the thread that reads. An exception from a handler fails the thread.
 */
public interface DeserializationExceptionHandler extends Configurable {

    /**
     * Decides.
     *
     * @throws UnsupportedOperationException unless overridden
     * @deprecated implement {@link #handleError}
     */
    @Deprecated
    default DeserializationHandlerResponse handle(
            ProcessorContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        throw new UnsupportedOperationException(
                "DeserializationExceptionHandler.handle: " + getClass().getName() + " must implement handleError");
    }

    /**
     * Decides.
     *
     * @deprecated implement {@link #handleError}
     */
    @Deprecated
    default DeserializationHandlerResponse handle(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        ProcessorContext processorContext =
                context instanceof ProcessorContextSource source ? source.processorContext() : null;
        return handle(processorContext, record, exception);
    }

    /**
     * Decides. Unless overridden, asks the deprecated methods.
     *
     * @param context where it happened
     * @param record the record, as it came
     * @param exception what the deserializer threw
     */
    @SuppressWarnings("deprecation")
    default Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return switch (handle(context, record, exception)) {
            case CONTINUE -> Response.resume();
            case FAIL -> Response.fail();
        };
    }

    /**
     * What a handler decided in the past.
     *
     * @deprecated use {@link Result}
     */
    @Deprecated
    enum DeserializationHandlerResponse {
        /** Go on without the record. */
        CONTINUE("CONTINUE", 0),
        /** Fail. */
        FAIL("FAIL", 1);

        /** The name. */
        public final String name;

        /** The number. It does not change between versions. */
        public final int id;

        DeserializationHandlerResponse(String name, int id) {
            this.name = name;
            this.id = id;
        }
    }

    /** What a handler decides. */
    enum Result {
        /** Go on without the record. */
        RESUME("RESUME", 0),
        /** Fail. */
        FAIL("FAIL", 1);

        /** The name. */
        public final String name;

        /** The number. It does not change between versions. */
        public final int id;

        Result(String name, int id) {
            this.name = name;
            this.id = id;
        }
    }

    /** A decision, with records for the dead letter queue (KIP-1034). Immutable. */
    class Response {
        private final Result result;
        private final List<ProducerRecord<byte[], byte[]>> deadLetterQueueRecords;

        private Response(Result result, List<ProducerRecord<byte[], byte[]>> deadLetterQueueRecords) {
            this.result = result;
            this.deadLetterQueueRecords =
                    deadLetterQueueRecords == null ? List.of() : Collections.unmodifiableList(deadLetterQueueRecords);
        }

        /** Fail, after writing these dead letters; null for none. */
        public static Response fail(List<ProducerRecord<byte[], byte[]>> deadLetterQueueRecords) {
            return new Response(Result.FAIL, deadLetterQueueRecords);
        }

        /** Fail. */
        public static Response fail() {
            return fail(List.of());
        }

        /** Go on without the record, after writing these dead letters; null for none. */
        public static Response resume(List<ProducerRecord<byte[], byte[]>> deadLetterQueueRecords) {
            return new Response(Result.RESUME, deadLetterQueueRecords);
        }

        /** Go on without the record. */
        public static Response resume() {
            return resume(List.of());
        }

        /** The decision. */
        public Result result() {
            return result;
        }

        /** The dead letters to write, read-only. */
        public List<ProducerRecord<byte[], byte[]>> deadLetterQueueRecords() {
            return deadLetterQueueRecords;
        }
    }
}
