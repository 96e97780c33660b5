package dev.millrace.streams.errors;

import dev.millrace.streams.processor.ProcessorContext;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Configurable;

public interface DeserializationExceptionHandler extends Configurable {

    @Deprecated
    default DeserializationHandlerResponse handle(
            ProcessorContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        throw new UnsupportedOperationException("DeserializationExceptionHandler.handle");
    }

    @Deprecated
    default DeserializationHandlerResponse handle(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        throw new UnsupportedOperationException("DeserializationExceptionHandler.handle");
    }

    default Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        throw new UnsupportedOperationException("DeserializationExceptionHandler.handleError");
    }

    @Deprecated
    enum DeserializationHandlerResponse {
        CONTINUE("CONTINUE", 0),
        FAIL("FAIL", 1);

        public final String name;
        public final int id;

        DeserializationHandlerResponse(String name, int id) {
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

        public Result result() {
            throw new UnsupportedOperationException("Response.result");
        }

        public List<ProducerRecord<byte[], byte[]>> deadLetterQueueRecords() {
            throw new UnsupportedOperationException("Response.deadLetterQueueRecords");
        }
    }

    enum Result {
        RESUME("RESUME", 0),
        FAIL("FAIL", 1);

        public final String name;
        public final int id;

        Result(String name, int id) {
            this.name = name;
            this.id = id;
        }
    }
}
