package dev.millrace.streams.errors;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Configurable;

public interface ProductionExceptionHandler extends Configurable {

    @Deprecated
    default ProductionExceptionHandlerResponse handle(ProducerRecord<byte[], byte[]> record, Exception exception) {
        throw new UnsupportedOperationException("ProductionExceptionHandler.handle");
    }

    @Deprecated
    default ProductionExceptionHandlerResponse handle(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        throw new UnsupportedOperationException("ProductionExceptionHandler.handle");
    }

    default Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        throw new UnsupportedOperationException("ProductionExceptionHandler.handleError");
    }

    @Deprecated
    @SuppressWarnings("rawtypes")
    default ProductionExceptionHandlerResponse handleSerializationException(
            ProducerRecord record, Exception exception) {
        throw new UnsupportedOperationException("ProductionExceptionHandler.handleSerializationException");
    }

    @Deprecated
    @SuppressWarnings("rawtypes")
    default ProductionExceptionHandlerResponse handleSerializationException(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        throw new UnsupportedOperationException("ProductionExceptionHandler.handleSerializationException");
    }

    @SuppressWarnings("rawtypes")
    default Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        throw new UnsupportedOperationException("ProductionExceptionHandler.handleSerializationError");
    }

    @Deprecated
    enum ProductionExceptionHandlerResponse {
        CONTINUE("CONTINUE", 0),
        FAIL("FAIL", 1),
        RETRY("RETRY", 2);

        public final String name;
        public final int id;

        ProductionExceptionHandlerResponse(String name, int id) {
            this.name = name;
            this.id = id;
        }
    }

    class Response {

        private Response() {}

        public static Response fail(List<ProducerRecord<byte[], byte[]>> deadLetterQueueRecords) {
            throw new UnsupportedOperationException("Response.fail");
        }

        public static Response fail() {
            throw new UnsupportedOperationException("Response.fail");
        }

        public static Response resume(List<ProducerRecord<byte[], byte[]>> deadLetterQueueRecords) {
            throw new UnsupportedOperationException("Response.resume");
        }

        public static Response resume() {
            throw new UnsupportedOperationException("Response.resume");
        }

        public static Response retry() {
            throw new UnsupportedOperationException("Response.retry");
        }

        public Result result() {
            throw new UnsupportedOperationException("Response.result");
        }

        public List<ProducerRecord<byte[], byte[]>> deadLetterQueueRecords() {
            throw new UnsupportedOperationException("Response.deadLetterQueueRecords");
        }
    }

    enum Result {
        RESUME("RESUME", 0),
        FAIL("FAIL", 1),
        RETRY("RETRY", 2);

        public final String name;
        public final int id;

        Result(String name, int id) {
            this.name = name;
            this.id = id;
        }
    }

    enum SerializationExceptionOrigin {
        KEY,
        VALUE;
    }
}
