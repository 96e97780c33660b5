package dev.millrace.kafka.fault;

import dev.millrace.streams.errors.DeserializationExceptionHandler;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.errors.ProcessingExceptionHandler;
import dev.millrace.streams.errors.ProductionExceptionHandler;
import dev.millrace.streams.processor.api.Record;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Exception handlers that answer what the test set, and remember what they were asked. */
public final class ScriptedHandlers {
    /** Every question: the handler, the context's node, what failed, the error's message. */
    public final List<String> questions = new ArrayList<>();

    public final DeadLetters deadLetters = new DeadLetters();
    public DeserializationExceptionHandler.Response reading = DeserializationExceptionHandler.Response.fail();
    public ProcessingExceptionHandler.Response processing = ProcessingExceptionHandler.Response.fail();
    public ProductionExceptionHandler.Response writing = ProductionExceptionHandler.Response.fail();
    public RuntimeException thrown;

    /** The policy on these handlers. */
    public ExceptionHandlers policy() {
        return new ExceptionHandlers(new Reading(), new Processing(), new Writing(), deadLetters);
    }

    private void ask(String handler, ErrorHandlerContext context, Object failed, Exception error) {
        questions.add(handler + " " + context.processorNodeId() + " " + failed + " " + error.getMessage());
        if (thrown != null) {
            throw thrown;
        }
    }

    private final class Reading implements DeserializationExceptionHandler {
        @Override
        public DeserializationExceptionHandler.Response handleError(
                ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
            ask("reading", context, record.topic() + "@" + record.offset(), exception);
            return reading;
        }

        @Override
        public void configure(Map<String, ?> configs) {}
    }

    private final class Processing implements ProcessingExceptionHandler {
        @Override
        public ProcessingExceptionHandler.Response handleError(
                ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
            ask("processing", context, record == null ? "nothing" : record.value(), exception);
            return processing;
        }

        @Override
        public void configure(Map<String, ?> configs) {}
    }

    private final class Writing implements ProductionExceptionHandler {
        @Override
        public ProductionExceptionHandler.Response handleError(
                ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
            ask("writing", context, record.topic(), exception);
            return writing;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public ProductionExceptionHandler.Response handleSerializationError(
                ErrorHandlerContext context,
                ProducerRecord record,
                Exception exception,
                SerializationExceptionOrigin origin) {
            ask("writing", context, origin + " of " + record.key() + ":" + record.value(), exception);
            return writing;
        }

        @Override
        public void configure(Map<String, ?> configs) {}
    }
}
