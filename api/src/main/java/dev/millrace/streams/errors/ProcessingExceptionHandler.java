package dev.millrace.streams.errors;

import dev.millrace.streams.processor.api.Record;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Configurable;

/**
 * Decides what happens when a processor throws an exception: named by {@code processing.exception.handler} (KIP-1033).
 *
 * <p>Called on the thread that processes. An exception from a handler fails the thread.
 */
public interface ProcessingExceptionHandler extends Configurable {

    /**
     * Decides.
     *
     * @throws UnsupportedOperationException unless overridden
     * @deprecated implement {@link #handleError}
     */
    @Deprecated
    default ProcessingHandlerResponse handle(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        throw new UnsupportedOperationException(
                "ProcessingExceptionHandler.handle: " + getClass().getName() + " must implement handleError");
    }

    /**
     * Decides. Unless overridden, asks the deprecated method.
     *
     * @param context where it happened
     * @param record the record the processor got, null in a punctuator
     * @param exception what the processor threw
     */
    @SuppressWarnings("deprecation")
    default Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
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
    enum ProcessingHandlerResponse {
        /** Go on without the record. */
        CONTINUE("CONTINUE", 1),
        /** Fail. */
        FAIL("FAIL", 2);

        /** The name. */
        public final String name;

        /** The number. It does not change between versions. */
        public final int id;

        ProcessingHandlerResponse(String name, int id) {
            this.name = name;
            this.id = id;
        }
    }

    /** What a handler decides. */
    enum Result {
        /** Go on without the record. */
        RESUME("RESUME", 1),
        /** Fail. */
        FAIL("FAIL", 2);

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
