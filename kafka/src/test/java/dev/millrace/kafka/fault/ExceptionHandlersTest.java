package dev.millrace.kafka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.port.SourceBatch;
import dev.millrace.kafka.record.KafkaBatch;
import dev.millrace.streams.errors.DeserializationExceptionHandler;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.errors.ProcessingExceptionHandler;
import dev.millrace.streams.errors.ProductionExceptionHandler;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.api.Record;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Exception handlers are asked and obeyed. */
class ExceptionHandlersTest {
    private static final ProducerRecord<byte[], byte[]> LETTER = new ProducerRecord<>("dead", new byte[] {1});

    private final ScriptedHandlers handlers = new ScriptedHandlers();
    private final ExceptionHandlers policy = handlers.policy();
    private final ErrorHandlerContext context = new Context();
    private final RuntimeException error = new IllegalArgumentException("broken");

    @Test
    void anUnreadableRecordIsSkippedIfTheHandlerSaysSo() {
        handlers.reading = DeserializationExceptionHandler.Response.resume(List.of(LETTER));

        policy.undeserializable(context, batch(), 0, error);

        assertThat(handlers.questions).containsExactly("reading node in@9 broken");
        assertThat(handlers.deadLetters.poll()).isSameAs(LETTER);
    }

    @Test
    void anUnreadableRecordFailsTheTaskOtherwise() {
        handlers.reading = DeserializationExceptionHandler.Response.fail(List.of(LETTER));

        assertThatThrownBy(() -> policy.undeserializable(context, batch(), 0, error))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("deserialization.exception.handler")
                .hasMessageContaining("taskId=0_1, processor=node, topic=in, partition=3, offset=9")
                .hasCause(error);
        assertThat(handlers.deadLetters.poll()).isSameAs(LETTER);
    }

    @Test
    void aProcessorsFailureDropsTheRecordOrFailsTheTask() {
        Record<String, String> record = new Record<>("k", "v", 5);
        handlers.processing = ProcessingExceptionHandler.Response.resume(List.of(LETTER));
        policy.unprocessable(context, record, error);
        policy.unprocessable(context, null, error);

        assertThat(handlers.questions).containsExactly("processing node v broken", "processing node nothing broken");
        assertThat(handlers.deadLetters.poll()).isSameAs(LETTER);

        handlers.processing = ProcessingExceptionHandler.Response.fail();
        assertThatThrownBy(() -> policy.unprocessable(context, record, error))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("could not be processed")
                .hasMessageContaining("offset=9")
                .hasCause(error)
                .satisfies(thrown ->
                        assertThat(((StreamsException) thrown).taskId()).contains(new TaskId(0, 1)));
    }

    @Test
    void anUnserializableRecordIsDroppedOrThrownToTheProcessorAboveTheSink() {
        handlers.writing = ProductionExceptionHandler.Response.resume();
        policy.unserializable(context, "out", "k", "v", 5, false, error);
        policy.unserializable(context, "out", "k", "v", 5, true, error);

        assertThat(handlers.questions)
                .containsExactly("writing node VALUE of k:v broken", "writing node KEY of k:v broken");

        handlers.writing = ProductionExceptionHandler.Response.retry();
        assertThatThrownBy(() -> policy.unserializable(context, "out", "k", "v", 5, false, error))
                .isExactlyInstanceOf(StreamsException.class)
                .hasMessageContaining("out")
                .hasCause(error);
    }

    @Test
    void aHandlerThatAnswersNothingOrThrowsIsFatal() {
        handlers.processing = null;
        assertThatThrownBy(() -> policy.unprocessable(context, null, error))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("The processing exception handler failed itself")
                .hasCauseInstanceOf(NullPointerException.class);

        handlers.thrown = new IllegalStateException("handler");
        assertThatThrownBy(() -> policy.undeserializable(context, batch(), 0, error))
                .isInstanceOf(StreamsException.class)
                .hasCause(handlers.thrown);
    }

    private static SourceBatch batch() {
        TopicPartition partition = new TopicPartition("in", 3);
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("in", 3, 9, new byte[0], new byte[0]);
        return KafkaBatch.of(new ConsumerRecords<>(Map.of(partition, List.of(record)), Map.of()))
                .get(0);
    }

    /** Offset 9 of in-3, at a node called node. */
    private static final class Context implements ErrorHandlerContext {
        @Override
        public String topic() {
            return "in";
        }

        @Override
        public int partition() {
            return 3;
        }

        @Override
        public long offset() {
            return 9;
        }

        @Override
        public Headers headers() {
            return new RecordHeaders();
        }

        @Override
        public String processorNodeId() {
            return "node";
        }

        @Override
        public TaskId taskId() {
            return new TaskId(0, 1);
        }

        @Override
        public long timestamp() {
            return 5;
        }

        @Override
        public byte[] sourceRawKey() {
            return new byte[0];
        }

        @Override
        public byte[] sourceRawValue() {
            return new byte[0];
        }
    }
}
