package dev.millrace.streams.errors;

import dev.millrace.streams.processor.api.Record;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Configurable;

public interface ProcessingExceptionHandler extends Configurable {

    @Deprecated
    default ProcessingHandlerResponse handle(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        throw new UnsupportedOperationException("ProcessingExceptionHandler.handle");
    }

    default Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        throw new UnsupportedOperationException("ProcessingExceptionHandler.handleError");
    }

    @Deprecated
    enum ProcessingHandlerResponse {
        CONTINUE("CONTINUE", 1),
        FAIL("FAIL", 2);

        public final String name;
        public final int id;

        ProcessingHandlerResponse(String name, int id) {
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
        RESUME("RESUME", 1),
        FAIL("FAIL", 2);

        public final String name;
        public final int id;

        Result(String name, int id) {
            this.name = name;
            this.id = id;
        }
    }
}
