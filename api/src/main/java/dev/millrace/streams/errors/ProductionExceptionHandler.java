package dev.millrace.streams.errors;

import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Configurable;

/**
 * Decides what happens when a record cannot be written: named by {@code production.exception.handler} (KIP-210, KIP-399).
 *
 * <p>Called on the stream thread if a record cannot be serialized, and on the producer's thread if it cannot be sent. An
 * exception from a handler fails the stream thread.
 */
public interface ProductionExceptionHandler extends Configurable {

    /**
     * Decides about a record that cannot be sent.
     *
     * @throws UnsupportedOperationException unless overridden
     * @deprecated implement {@link #handleError}
     */
    @Deprecated
    default ProductionExceptionHandlerResponse handle(ProducerRecord<byte[], byte[]> record, Exception exception) {
        throw new UnsupportedOperationException(
                "ProductionExceptionHandler.handle: " + getClass().getName() + " must implement handleError");
    }

    /**
     * Decides about a record that cannot be sent.
     *
     * @deprecated implement {@link #handleError}
     */
    @Deprecated
    default ProductionExceptionHandlerResponse handle(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return handle(record, exception);
    }

    /**
     * Decides about a record that cannot be sent. Unless overridden, asks the deprecated methods.
     *
     * @param context where the record came from
     * @param record the record
     * @param exception what the producer said
     */
    @SuppressWarnings("deprecation")
    default Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return responseOf(handle(context, record, exception));
    }

    /**
     * Decides about a record that cannot be serialized: fails unless overridden.
     *
     * @deprecated implement {@link #handleSerializationError}
     */
    @Deprecated
    @SuppressWarnings("rawtypes") // the type of an older version
    default ProductionExceptionHandlerResponse handleSerializationException(
            ProducerRecord record, Exception exception) {
        return ProductionExceptionHandlerResponse.FAIL;
    }

    /**
     * Decides about a record that cannot be serialized.
     *
     * @deprecated implement {@link #handleSerializationError}
     */
    @Deprecated
    @SuppressWarnings("rawtypes") // the type of an older version
    default ProductionExceptionHandlerResponse handleSerializationException(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        return handleSerializationException(record, exception);
    }

    /**
     * Decides about a record that cannot be serialized. Unless overridden, asks the deprecated methods.
     *
     * @param context where the record came from
     * @param record the record, with key and value as they are
     * @param exception what the serializer threw
     * @param origin which serializer
     */
    @SuppressWarnings({"rawtypes", "deprecation"}) // the type of an older version
    default Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        return responseOf(handleSerializationException(context, record, exception, origin));
    }

    @SuppressWarnings("deprecation")
    private static Response responseOf(ProductionExceptionHandlerResponse decision) {
        return switch (decision) {
            case CONTINUE -> Response.resume();
            case FAIL -> Response.fail();
            case RETRY -> Response.retry();
        };
    }

    /**
     * What a handler decided in the past.
     *
     * @deprecated use {@link Result}
     */
    @Deprecated
    enum ProductionExceptionHandlerResponse {
        /** Go on without the record. */
        CONTINUE("CONTINUE", 0),
        /** Fail. */
        FAIL("FAIL", 1),
        /** Try again. */
        RETRY("RETRY", 2);

        /** The name. */
        public final String name;

        /** The number. It does not change between versions. */
        public final int id;

        ProductionExceptionHandlerResponse(String name, int id) {
            this.name = name;
            this.id = id;
        }
    }

    /** What a handler decides. */
    enum Result {
        /** Go on without the record. */
        RESUME("RESUME", 0),
        /** Fail. */
        FAIL("FAIL", 1),
        /** Try again. */
        RETRY("RETRY", 2);

        /** The name. */
        public final String name;

        /** The number. It does not change between versions. */
        public final int id;

        Result(String name, int id) {
            this.name = name;
            this.id = id;
        }
    }

    /** What could not be serialized. */
    enum SerializationExceptionOrigin {
        /** The key. */
        KEY,
        /** The value. */
        VALUE
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

        /** Try again. */
        public static Response retry() {
            return new Response(Result.RETRY, List.of());
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
