package dev.millrace.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstanceIdQuestionTest {
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final InstanceIds ids = new InstanceIds();
    private final Uuid id = Uuid.randomUuid();

    @BeforeEach
    void know() {
        consumer.assign(List.of(new TopicPartition("topic", 0)));
        ids.add("me", consumer);
    }

    private InstanceIdQuestion ask() {
        return ids.ask().get("me");
    }

    @Test
    void theThreadAnswersWhenItPolls() {
        consumer.setClientInstanceId(id);
        InstanceIdQuestion one = ask();
        InstanceIdQuestion other = ask();
        ids.answer();

        assertThat(one.await(Duration.ZERO)).contains(id);
        assertThat(other.await(Duration.ZERO)).contains(id);
    }

    @Test
    void aThreadThatDoesNotPollIsReported() {
        consumer.setClientInstanceId(id);
        InstanceIdQuestion question = ask();

        assertThatThrownBy(() -> question.await(Duration.ZERO)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void aConsumerWithoutTelemetryHasNoId() {
        consumer.disableTelemetry();
        InstanceIdQuestion question = ask();
        ids.answer();

        assertThat(question.await(Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void whatNobodyWaitsForIsNotAsked() {
        InstanceIdQuestion question = ask();
        question.forget();
        consumer.setClientInstanceId(id);
        ids.answer();

        assertThat(question.await(Duration.ZERO)).isEmpty();
    }
}
