package dev.millrace.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.port.SendOrigin;
import dev.millrace.engine.port.SinkFailedException;
import dev.millrace.engine.port.UnknownOutcomeException;
import dev.millrace.kafka.fault.ScriptedHandlers;
import dev.millrace.streams.errors.ProcessingExceptionHandler;
import dev.millrace.streams.errors.ProductionExceptionHandler.Response;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.errors.TaskMigratedException;
import dev.millrace.streams.processor.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sending, being acknowledged, being refused. */
class KafkaRecordSinkTest {
    private static final TaskId TASK = new TaskId(0, 1);
    private static final SendOrigin SINK = new SendOrigin(TASK, "sink", false, () -> null);
    private static final SendOrigin STORE = new SendOrigin(TASK, "store", true, () -> null);

    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private final ScriptedHandlers handlers = new ScriptedHandlers();
    private boolean acknowledgesAtOnce;
    private final KafkaRecordSink sink = newSink(false);

    private KafkaRecordSink newSink(boolean contextWanted) {
        return new KafkaRecordSink(this::newProducer, handlers.policy(), handlers.deadLetters, contextWanted);
    }

    private MockProducer<byte[], byte[]> newProducer() {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(acknowledgesAtOnce, null, new ByteArraySerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }

    private MockProducer<byte[], byte[]> producer() {
        return producers.get(producers.size() - 1);
    }

    private void send(String topic, SendOrigin origin) {
        sink.send(topic, 0, 5, new byte[] {1}, new byte[] {2}, null, origin);
    }

    @Test
    void aRecordGoesOutAsItWasHanded() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("h", new byte[] {3});
        sink.send("out", 4, 5, new byte[] {1}, null, headers, SINK);

        ProducerRecord<byte[], byte[]> sent = producer().history().get(0);
        assertThat(sent.topic()).isEqualTo("out");
        assertThat(sent.partition()).isEqualTo(4);
        assertThat(sent.timestamp()).isEqualTo(5);
        assertThat(sent.key()).containsExactly(1);
        assertThat(sent.value()).isNull();
        assertThat(sent.headers().lastHeader("h").value()).containsExactly(3);
    }

    @Test
    void acknowledgedChangelogOffsetsAreTakenOnce() {
        acknowledgesAtOnce = true;
        send("app-store-changelog", STORE);
        send("app-store-changelog", STORE);
        send("app-other-changelog", STORE);
        send("out", SINK);
        sink.flush();

        assertThat(sink.acknowledgedChangelogOffsets())
                .isEqualTo(Map.of(
                        new TopicPartition("app-store-changelog", 0), 2L,
                        new TopicPartition("app-other-changelog", 0), 1L));
        assertThat(sink.acknowledgedChangelogOffsets()).isEmpty();
        send("app-store-changelog", STORE);
        sink.flush();
        assertThat(sink.acknowledgedChangelogOffsets())
                .isEqualTo(Map.of(new TopicPartition("app-store-changelog", 0), 3L));
    }

    @Test
    void whatIsNotAcknowledgedHasNoOffset() {
        send("app-store-changelog", STORE);

        assertThat(sink.acknowledgedChangelogOffsets()).isEmpty();
    }

    @Test
    void aRefusedRecordIsLostIfTheHandlerSaysSo() {
        handlers.writing = Response.resume();
        send("out", SINK);
        producer().errorNext(new RecordTooLargeException("large"));

        assertThatCode(sink::flush).doesNotThrowAnyException();
        assertThat(handlers.questions).containsExactly("writing sink out large");
    }

    @Test
    void aRefusalIsThatOfWhoSentTheRecord() {
        handlers.writing = Response.resume();
        send("out", SINK);
        send("app-store-changelog", STORE);
        send("out", SINK);
        producer().completeNext();
        producer().errorNext(new RecordTooLargeException("large"));
        producer().errorNext(new RecordTooLargeException("larger"));

        assertThat(handlers.questions)
                .containsExactly("writing store app-store-changelog large", "writing sink out larger");
    }

    @Test
    void aHandlerThatLooksAtSourceRecordsIsToldTheOneOfTheSend() {
        KafkaRecordSink looking = newSink(true);
        handlers.writing = Response.resume();
        String[] current = {"first"};
        SendOrigin origin = new SendOrigin(
                TASK,
                "sink",
                false,
                () -> new SendFailure(
                        new ProducerRecord<>("in", new byte[0]),
                        new SendOrigin(TASK, "while at " + current[0], false, () -> null)));
        looking.send("out", 0, 5, null, new byte[] {2}, null, origin);
        current[0] = "second";
        producer().errorNext(new RecordTooLargeException("large"));

        assertThat(handlers.questions).containsExactly("writing while at first out large");
    }

    @Test
    void aRefusedRecordFailsEverythingThatFollowsOtherwise() {
        handlers.writing = Response.fail();
        send("out", SINK);
        producer().errorNext(new RecordTooLargeException("large"));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> send("out", SINK))
                    .isInstanceOf(SinkFailedException.class)
                    .hasMessageContaining("out")
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
        assertThatThrownBy(sink::flush).isInstanceOf(SinkFailedException.class);
    }

    @Test
    void retryMeansToStartAgainFromTheLastCommit() {
        handlers.writing = Response.retry();
        send("out", SINK);
        producer().errorNext(new TimeoutException("slow"));
        assertThatThrownBy(sink::flush).isInstanceOf(UnknownOutcomeException.class);

        sink.startAgain();

        assertThatCode(() -> send("out", SINK)).doesNotThrowAnyException();
        assertThat(producers).hasSize(2);
        assertThat(producers.get(0).closed()).isTrue();
    }

    @Test
    void whatCannotGetBetterIsNotRetried() {
        handlers.writing = Response.retry();
        send("out", SINK);
        producer().errorNext(new RecordTooLargeException("large"));

        assertThatThrownBy(sink::flush).isInstanceOf(SinkFailedException.class);
    }

    @Test
    void aHandlerThatThrowsFailsTheWorker() {
        handlers.thrown = new IllegalStateException("handler");
        send("out", SINK);
        producer().errorNext(new RecordTooLargeException("large"));

        assertThatThrownBy(sink::flush)
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("The production exception handler failed itself")
                .hasCause(handlers.thrown);
    }

    @Test
    void beingFencedAndLackingRightsAreNotForTheHandler() {
        send("out", SINK);
        producer().errorNext(new InvalidProducerEpochException("fenced"));
        assertThatThrownBy(sink::flush).isInstanceOf(TaskMigratedException.class);

        sink.startAgain();
        send("secret", SINK);
        producer().errorNext(new TopicAuthorizationException("secret"));
        assertThatThrownBy(sink::flush).isInstanceOf(SinkFailedException.class).hasMessageContaining("secret");
        assertThat(handlers.questions).isEmpty();
    }

    @Test
    void whatTheProducerThrowsAtOnceIsClassifiedToo() {
        send("out", SINK);
        producer().sendException = new IllegalStateException("closed");

        assertThatThrownBy(() -> send("out", SINK)).isInstanceOf(SinkFailedException.class);
    }

    @Test
    void deadLettersWaitForTheWorkerAndAreFlushed() {
        handlers.writing = Response.resume(List.of(new ProducerRecord<>("dead", new byte[] {9})));
        send("out", SINK);
        producer().errorNext(new RecordTooLargeException("large"));
        assertThat(producer().history()).hasSize(1);

        sink.flush();

        assertThat(producer().history()).hasSize(2);
        assertThat(producer().history().get(1).topic()).isEqualTo("dead");
        assertThat(handlers.deadLetters.isEmpty()).isTrue();
    }

    @Test
    void theDeadLetterOfARecordThatWasRefusedIsSentWhenTheWorkerCloses() {
        handlers.writing = Response.fail(List.of(new ProducerRecord<>("dead", new byte[] {9})));
        send("out", SINK);
        producer().errorNext(new RecordTooLargeException("large"));
        assertThatThrownBy(sink::flush).isInstanceOf(SinkFailedException.class);

        sink.close();

        assertThat(producer().history()).extracting(ProducerRecord::topic).containsExactly("out", "dead");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void deadLettersOfAFailedWorkerAreSentWhenItCloses(boolean afterSending) {
        if (afterSending) {
            send("out", SINK);
        }
        handlers.writing = Response.fail(List.of());
        handlers.processing =
                ProcessingExceptionHandler.Response.fail(List.of(new ProducerRecord<>("dead", new byte[] {9})));
        assertThatThrownBy(() -> handlers.policy()
                        .unprocessable(
                                new SendFailure(new ProducerRecord<>("out", new byte[0]), SINK),
                                null,
                                new IllegalArgumentException("x")))
                .isInstanceOf(StreamsException.class);

        sink.close();

        assertThat(producer().history())
                .last()
                .satisfies(letter -> assertThat(letter.topic()).isEqualTo("dead"));
        assertThat(producer().closed()).isTrue();
    }

    @Test
    void aDeadLetterThatIsRefusedFailsTheWorker() {
        handlers.writing = Response.resume(List.of(new ProducerRecord<>("dead", new byte[] {9})));
        send("out", SINK);
        producer().errorNext(new RecordTooLargeException("large"));
        producer().sendException = new TopicAuthorizationException("dead");

        assertThatThrownBy(sink::flush).isInstanceOf(SinkFailedException.class).hasMessageContaining("dead");
    }
}
