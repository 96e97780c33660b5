package dev.millrace.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.time.Clock;
import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.errors.StreamsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

/** Where reading starts. */
class OffsetResetsTest {
    private static final TopicPartition A = new TopicPartition("a", 0);
    private static final TopicPartition B = new TopicPartition("b", 0);
    private static final Clock NOW = new Clock() {
        @Override
        public long nowMs() {
            return 10_000;
        }

        @Override
        public long nanoTime() {
            return 0;
        }
    };

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");

    OffsetResetsTest() {
        consumer.assign(List.of(A, B));
        consumer.updateBeginningOffsets(Map.of(A, 3L, B, 4L));
        consumer.updateEndOffsets(Map.of(A, 30L, B, 40L));
    }

    @Test
    void aSourcesOwnPolicyWinsOverTheConfiguredOne() {
        OffsetResets resets = new OffsetResets(Map.of("a", AutoOffsetReset.latest())::get, "earliest", NOW);

        resets.apply(consumer, List.of(A, B));

        assertThat(consumer.position(A)).isEqualTo(30);
        assertThat(consumer.position(B)).isEqualTo(4);
    }

    @Test
    void theConfiguredPolicyMayBeInAnyCase() {
        new OffsetResets(topic -> null, "LATEST", NOW).apply(consumer, List.of(B));

        assertThat(consumer.position(B)).isEqualTo(40);
    }

    @Test
    void withoutAPolicyTheApplicationIsToldWhatToDo() {
        OffsetResets resets = new OffsetResets(topic -> null, "none", NOW);

        assertThatThrownBy(() -> resets.apply(consumer, List.of(A)))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("a-0")
                .hasMessageContaining("Consumed.withOffsetResetPolicy");
    }

    @Test
    void aPolicyThatDoesNotExistIsAConfigurationMistake() {
        assertThatThrownBy(() -> new OffsetResets(topic -> null, "middle", NOW))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("auto.offset.reset");
    }

    @Test
    void aDurationMeansTheFirstRecordNotOlder() {
        long[] asked = new long[1];
        MockConsumer<byte[], byte[]> timed = new MockConsumer<>("none") {
            @Override
            public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                    Map<TopicPartition, Long> times) {
                asked[0] = times.get(A);
                return Map.of(A, new OffsetAndTimestamp(17, 9_000));
            }
        };
        timed.assign(List.of(A, B));
        timed.updateEndOffsets(Map.of(B, 40L));
        OffsetResets resets = new OffsetResets(
                Map.of("a", AutoOffsetReset.byDuration(Duration.ofSeconds(1)))::get, "by_duration:PT1S", NOW);

        resets.apply(timed, List.of(A, B));

        assertThat(asked[0]).isEqualTo(9_000);
        assertThat(timed.position(A)).isEqualTo(17);
        assertThat(timed.position(B)).as("no record is that young").isEqualTo(40);
    }
}
