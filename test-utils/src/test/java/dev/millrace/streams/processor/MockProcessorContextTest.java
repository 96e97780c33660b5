package dev.millrace.streams.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.processor.MockProcessorContext.CapturedForward;
import dev.millrace.streams.processor.MockProcessorContext.CapturedPunctuator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

class MockProcessorContextTest {
    private final MockProcessorContext context = new MockProcessorContext();

    @Test
    void whatTheTestDidNotSetFailsAndSaysWhatSetsIt() {
        assertThatThrownBy(context::topic)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Topic is not known here: give it with setRecordMetadata() or setTopic()");
        assertThatThrownBy(context::timestamp).hasMessageContaining("setRecordTimestamp()");
        assertThatThrownBy(context::currentStreamTimeMs).hasMessageContaining("setCurrentStreamTimeMs()");
        assertThat(context.headers()).isNull();
    }

    @Test
    void itAnswersWhatTheTestSet() {
        context.setRecordMetadata("orders", 1, 2, new RecordHeaders(), 3);
        context.setCurrentStreamTimeMs(4);
        context.setCurrentSystemTimeMs(5);

        assertThat(context.topic()).isEqualTo("orders");
        assertThat(context.partition()).isEqualTo(1);
        assertThat(context.offset()).isEqualTo(2);
        assertThat(context.timestamp()).isEqualTo(3);
        assertThat(context.currentStreamTimeMs()).isEqualTo(4);
        assertThat(context.currentSystemTimeMs()).isEqualTo(5);
    }

    @Test
    void itIsConfiguredLikeAnApplication() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "shop");
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        config.put("price.limit", 7);

        MockProcessorContext configured = new MockProcessorContext(config);

        assertThat(configured.applicationId()).isEqualTo("shop");
        assertThat(configured.taskId()).isEqualTo(new TaskId(0, 0));
        assertThat(configured.keySerde()).isInstanceOf(Serdes.StringSerde.class);
        assertThat(configured.appConfigs()).containsEntry(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        assertThat(configured.appConfigsWithPrefix("price.")).containsEntry("limit", 7);
        assertThat(context.applicationId()).isEmpty();
    }

    @Test
    void whatIsForwardedToAllReachesEveryChild() {
        context.forward("untimed", 1);
        context.setRecordTimestamp(3);
        context.forward("all", 2);
        context.forward("one", 3, To.child("bills").withTimestamp(9));

        assertThat(context.forwarded()).extracting(CapturedForward::timestamp).containsExactly(-1L, 3L, 9L);
        assertThat(context.forwarded()).extracting(CapturedForward::childName).containsExactly(null, null, "bills");
        assertThat(context.forwarded("letters"))
                .extracting(CapturedForward::keyValue)
                .isEqualTo(List.of(KeyValue.pair("untimed", 1), KeyValue.pair("all", 2)));
        context.resetForwards();
        assertThat(context.forwarded()).isEmpty();
    }

    @Test
    void punctuatorsAreKeptAndCanBeCancelled() {
        Cancellable first = context.schedule(Duration.ofMillis(5), PunctuationType.STREAM_TIME, timestamp -> {});
        context.schedule(Instant.ofEpochMilli(4), Duration.ofMillis(6), PunctuationType.WALL_CLOCK_TIME, t -> {});
        first.cancel();

        assertThat(context.scheduledPunctuators())
                .extracting(CapturedPunctuator::getIntervalMs, CapturedPunctuator::getStartTime)
                .containsExactly(tuple(5L, null), tuple(6L, Instant.ofEpochMilli(4)));
        assertThat(context.scheduledPunctuators())
                .extracting(CapturedPunctuator::cancelled)
                .containsExactly(true, false);
    }

    @Test
    void anIntervalBelowAMillisecondIsRefused() {
        assertThatThrownBy(() -> context.schedule(Duration.ZERO, PunctuationType.STREAM_TIME, timestamp -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> context.schedule((Duration) null, PunctuationType.STREAM_TIME, timestamp -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCommitIsRememberedUntilItIsReset() {
        context.commit();
        assertThat(context.committed()).isTrue();
        context.resetCommit();
        assertThat(context.committed()).isFalse();
    }
}
