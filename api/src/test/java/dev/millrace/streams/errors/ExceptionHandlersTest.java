package dev.millrace.streams.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.processor.ProcessorContext;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.api.Record;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class ExceptionHandlersTest {
    private static final Map<String, String> WITH_QUEUE = Map.of("errors.dead.letter.queue.topic.name", "dead");
    private final Exception boom = new IllegalStateException("boom");

    private final ErrorHandlerContext context = new Context();
    private final ConsumerRecord<byte[], byte[]> input = new ConsumerRecord<>("in", 3, 7, null, null);
    private final ProducerRecord<byte[], byte[]> output = new ProducerRecord<>("out", new byte[0]);
    private final Record<String, String> record = new Record<>("k", "v", 42);

    @Test
    void withoutAQueueThereAreNoDeadLetters() {
        var handler = new LogAndContinueExceptionHandler();
        handler.configure(Map.of());
        var response = handler.handleError(context, input, boom);
        assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }

    @Test
    void aDeadLetterIsTheInputWithTheStoryOfItsFailure() {
        var handler = new LogAndFailExceptionHandler();
        handler.configure(WITH_QUEUE);
        var response = handler.handleError(context, input, boom);
        assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.FAIL);
        assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo("dead");
            assertThat(letter.partition()).isNull();
            assertThat(letter.timestamp()).isEqualTo(42);
            assertThat(letter.key()).containsExactly(1);
            assertThat(letter.value()).containsExactly(2);
            assertThat(letter.headers())
                    .extracting(Header::key)
                    .containsExactly(
                            "h",
                            "__streams.errors.exception",
                            "__streams.errors.message",
                            "__streams.errors.stacktrace",
                            "__streams.errors.topic",
                            "__streams.errors.partition",
                            "__streams.errors.offset");
            assertThat(text(letter, "exception")).isEqualTo("java.lang.IllegalStateException");
            assertThat(text(letter, "message")).isEqualTo("boom");
            assertThat(text(letter, "stacktrace"))
                    .startsWith("java.lang.IllegalStateException: boom")
                    .contains("\tat ");
            assertThat(text(letter, "topic")).isEqualTo("in");
            assertThat(text(letter, "partition")).isEqualTo("3");
            assertThat(text(letter, "offset")).isEqualTo("7");
        });
    }

    private static String text(ProducerRecord<byte[], byte[]> letter, String name) {
        return new String(
                letter.headers().lastHeader("__streams.errors." + name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void anExceptionWithoutAMessageLeavesTheHeaderEmpty() {
        var handler = new LogAndContinueProcessingExceptionHandler();
        handler.configure(WITH_QUEUE);
        var letters = handler.handleError(context, record, new IllegalStateException())
                .deadLetterQueueRecords();
        assertThat(letters.get(0)
                        .headers()
                        .lastHeader("__streams.errors.message")
                        .value())
                .isNull();
    }

    @Test
    void whatMaySucceedLaterIsTriedAgain() {
        var handler = new DefaultProductionExceptionHandler();
        handler.configure(WITH_QUEUE);
        var retry = handler.handleError(context, output, new TimeoutException("slow"));
        assertThat(retry.result()).isEqualTo(ProductionExceptionHandler.Result.RETRY);
        assertThat(retry.deadLetterQueueRecords()).isEmpty();
        var fail = handler.handleError(context, output, boom);
        assertThat(fail.result()).isEqualTo(ProductionExceptionHandler.Result.FAIL);
        assertThat(fail.deadLetterQueueRecords()).hasSize(1);
    }

    @Test
    @SuppressWarnings("deprecation")
    void oldHandlersStillDecide() {
        DeserializationExceptionHandler old = new DeserializationExceptionHandler() {
            @Override
            public DeserializationHandlerResponse handle(
                    ProcessorContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
                return DeserializationHandlerResponse.CONTINUE;
            }

            @Override
            public void configure(Map<String, ?> configs) {}
        };
        assertThat(old.handleError(context, input, boom).result())
                .isEqualTo(DeserializationExceptionHandler.Result.RESUME);
        ProductionExceptionHandler producing = new ProductionExceptionHandler() {
            @Override
            public ProductionExceptionHandlerResponse handle(
                    ProducerRecord<byte[], byte[]> record, Exception exception) {
                return ProductionExceptionHandlerResponse.RETRY;
            }

            @Override
            public void configure(Map<String, ?> configs) {}
        };
        assertThat(producing.handleError(context, output, boom).result())
                .isEqualTo(ProductionExceptionHandler.Result.RETRY);
        assertThat(producing
                        .handleSerializationError(
                                context, output, boom, ProductionExceptionHandler.SerializationExceptionOrigin.KEY)
                        .result())
                .isEqualTo(ProductionExceptionHandler.Result.FAIL);
    }

    @Test
    void aHandlerMustDecideSomething() {
        ProcessingExceptionHandler undecided = configs -> {};
        assertThatThrownBy(() -> undecided.handleError(context, record, boom))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("handleError");
    }

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
            return 7;
        }

        @Override
        public Headers headers() {
            return new RecordHeaders().add("h", new byte[] {9});
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
            return 42;
        }

        @Override
        public byte[] sourceRawKey() {
            return new byte[] {1};
        }

        @Override
        public byte[] sourceRawValue() {
            return new byte[] {2};
        }
    }
}
