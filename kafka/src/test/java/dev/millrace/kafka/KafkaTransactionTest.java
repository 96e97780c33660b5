package dev.millrace.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.port.CommitPoint;
import dev.millrace.engine.port.SendOrigin;
import dev.millrace.engine.port.UnknownOutcomeException;
import dev.millrace.kafka.fault.ScriptedHandlers;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.errors.TaskMigratedException;
import dev.millrace.streams.processor.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** The life of transactions, and what each failure in it means. */
class KafkaTransactionTest {
    private static final Map<TopicPartition, CommitPoint> OFFSETS =
            Map.of(new TopicPartition("in", 0), new CommitPoint(7, "note"));
    private static final KafkaRecordSource.Token MEMBER =
            new KafkaRecordSource.Token(new MockConsumer<byte[], byte[]>("none").groupMetadata());

    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private final ScriptedHandlers handlers = new ScriptedHandlers();
    private int initialisationTimeouts;
    private final KafkaRecordSink sink =
            new KafkaRecordSink(this::newProducer, handlers.policy(), handlers.deadLetters, false);
    private final KafkaTransaction transaction = new KafkaTransaction(sink);

    private MockProducer<byte[], byte[]> newProducer() {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                    @Override
                    public void initTransactions() {
                        if (initialisationTimeouts-- > 0) {
                            throw new TimeoutException("not yet");
                        }
                        super.initTransactions();
                    }
                };
        producers.add(producer);
        return producer;
    }

    private MockProducer<byte[], byte[]> producer() {
        return producers.get(producers.size() - 1);
    }

    private void send() {
        sink.send(
                "out",
                null,
                5,
                null,
                new byte[] {1},
                null,
                new SendOrigin(new TaskId(0, 0), "sink", false, () -> null));
    }

    @Test
    void recordsAndOffsetsHappenTogether() {
        transaction.initialise();
        transaction.begin();
        transaction.begin();
        assertThat(transaction.open()).isTrue();
        send();
        assertThat(producer().history()).isEmpty();

        transaction.sendOffsets(OFFSETS, MEMBER);
        transaction.commit();

        assertThat(transaction.open()).isFalse();
        assertThat(producer().history()).hasSize(1);
        assertThat(producer().consumerGroupOffsetsHistory())
                .isEqualTo(List.of(Map.of(
                        MEMBER.metadata().groupId(),
                        Map.of(new TopicPartition("in", 0), new OffsetAndMetadata(7, "note")))));
    }

    @Test
    void abortingTakesEverythingBack() {
        transaction.initialise();
        transaction.begin();
        send();

        transaction.abort();
        transaction.abort();

        assertThat(transaction.open()).isFalse();
        assertThat(producer().transactionAborted()).isTrue();
        assertThat(producer().history()).isEmpty();
    }

    @Test
    void everyInitialisationStartsWithAFreshProducer() {
        transaction.initialise();
        transaction.begin();

        transaction.initialise();

        assertThat(producers).hasSize(2);
        assertThat(producers.get(0).closed()).isTrue();
        assertThat(transaction.open()).isFalse();
        assertThatCode(transaction::begin).doesNotThrowAnyException();
    }

    @Test
    void initialisationIsPatientButNotForEver() {
        initialisationTimeouts = 2;
        assertThatCode(transaction::initialise).doesNotThrowAnyException();

        initialisationTimeouts = 3;
        assertThatThrownBy(transaction::initialise).isInstanceOf(TimeoutException.class);
    }

    @Test
    void aCommitWithoutAnswerHasAnUnknownOutcome() {
        transaction.initialise();
        transaction.begin();
        producer().commitTransactionException = new TimeoutException("silence");

        assertThatThrownBy(transaction::commit).isInstanceOf(UnknownOutcomeException.class);
        assertThat(transaction.open()).isTrue();
    }

    @Test
    void beingFencedIsMigration() {
        transaction.initialise();
        transaction.begin();
        send();
        producer().fenceProducer();

        assertThatThrownBy(() -> transaction.sendOffsets(OFFSETS, MEMBER)).isInstanceOf(TaskMigratedException.class);
        assertThatThrownBy(transaction::commit).isInstanceOf(TaskMigratedException.class);
        assertThatCode(transaction::abort).doesNotThrowAnyException();
    }

    @Test
    void offsetsOfAnExpelledMemberAreMigration() {
        transaction.initialise();
        transaction.begin();
        producer().sendOffsetsToTransactionException = new CommitFailedException("expelled");

        assertThatThrownBy(() -> transaction.sendOffsets(OFFSETS, MEMBER)).isInstanceOf(TaskMigratedException.class);
    }

    @Test
    void fencingCountsWhereverItHidesInTheCauses() {
        transaction.initialise();
        transaction.begin();
        producer().commitTransactionException =
                new KafkaException("in an error state", new ProducerFencedException("newer"));

        assertThatThrownBy(transaction::commit).isInstanceOf(TaskMigratedException.class);
    }

    @Test
    void otherFailuresAreFatal() {
        transaction.initialise();
        transaction.begin();
        producer().commitTransactionException = new KafkaException("broken");

        assertThatThrownBy(transaction::commit)
                .isInstanceOf(StreamsException.class)
                .isNotInstanceOf(UnknownOutcomeException.class)
                .isNotInstanceOf(TaskMigratedException.class);
    }
}
