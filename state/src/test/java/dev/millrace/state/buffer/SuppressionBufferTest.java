package dev.millrace.state.buffer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.state.SuppressState;
import dev.millrace.state.fixture.LoggedRecord;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.streams.kstream.Suppressed.BufferConfig;
import dev.millrace.streams.spi.Providers;
import dev.millrace.streams.spi.SuppressionBuffer;
import dev.millrace.streams.state.StoreBuilder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

/** What a suppression holds back: its order, its changelog, and how it comes back from there. */
class SuppressionBufferTest {
    private static final Headers HEADERS = new RecordHeaders().add("h", new byte[] {1});
    private final List<String> released = new ArrayList<>();

    @Test
    void updatesComeOutByTimeAndThenByKeyWhateverTheOrderTheyCameIn() {
        try (TestTask task = TestTask.with(buffer(BufferConfig.unbounded()))) {
            hold(task, 20, "a", "a1", null);
            hold(task, 10, "c", "c1", null);
            hold(task, 10, "b", "b1", "b0");
            hold(task, 30, "c", "c2", "c1");
            assertThat(state(task).records()).isEqualTo(3);
            releaseAll(task);
            assertThat(released).containsExactly("b=b1<b0@10", "c=c2<c1@30", "a=a1<null@20");
            assertThat(state(task).earliestMs()).isEqualTo(SuppressState.NOTHING_HELD);
        }
    }

    @Test
    void whatDownstreamKnowsIsWhatTheFirstUpdateReplaced() {
        try (TestTask task = TestTask.with(buffer(BufferConfig.unbounded()))) {
            hold(task, 10, "k", "v1", "v0");
            hold(task, 11, "k", "v2", "v1");
            assertThat(state(task).holds("k")).isTrue();
            assertThat(state(task).valueSent("k")).isEqualTo("v0");
            releaseAll(task);
            assertThat(state(task).holds("k")).isFalse();
        }
    }

    @Test
    void theChangelogHasTheBytesOfTheReference() {
        try (TestTask task = TestTask.with(buffer(BufferConfig.unbounded()))) {
            hold(task, 61, "a", "4", "3");
            assertThat(task.commit())
                    .containsExactly(
                            record("000000000000003d000000000000000700000002696e000000000000000100000001680000000101"
                                    + "0000000133fffffffe0000000134000000000000003d"));
            hold(task, 62, "a", "5", "4");
            assertThat(task.commit())
                    .containsExactly(
                            record("000000000000003e000000000000000700000002696e000000000000000100000001680000000101"
                                    + "000000013300000001340000000135000000000000003d"));
            releaseAll(task);
            assertThat(task.commit()).containsExactly(new LoggedRecord(TestTask.changelog("buffer"), "61", null, -1));
            assertThat(task.commit()).isEmpty();
        }
    }

    @Test
    void whatIsHeldBackComesBackFromTheChangelog() {
        try (TestTask task = TestTask.with(buffer(BufferConfig.maxBytes(1000)))) {
            hold(task, 20, "a", "a1", "a0");
            hold(task, 10, "b", null, "b0");
            hold(task, 5, "c", "c1", null);
            task.commit();
            state(task).release((key, newValue, oldValue, timestamp, headers) -> {});
            task.commit();
            hold(task, 1, "lost", "because it is not committed", null);
            long bytes = state(task).bytes();
            task.crash();
            assertThat(state(task).records()).isEqualTo(2);
            assertThat(state(task).bytes()).isPositive().isLessThan(bytes);
            assertThat(state(task).valueSent("a")).isEqualTo("a0");
            assertThat(task.commit()).isEmpty();
            releaseAll(task);
            assertThat(released).containsExactly("b=null<b0@10", "a=a1<a0@20");
        }
    }

    @Test
    void aChangelogOfAnotherVersionIsRefused() {
        try (TestTask task = TestTask.with(buffer(BufferConfig.unbounded()))) {
            assertThatThrownBy(() -> task.stores()
                            .restore(
                                    TestTask.changelog("buffer"),
                                    "k".getBytes(UTF_8),
                                    new byte[8],
                                    -1,
                                    new RecordHeaders().add("v", new byte[] {2})))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("[2]");
        }
    }

    private static StoreBuilder<?> buffer(Object limits) {
        return Providers.stores()
                .suppressionBufferBuilder("buffer", Serdes.String(), Serdes.String(), (SuppressionBuffer) limits);
    }

    private static SuppressState state(TestTask task) {
        return task.stores().suppression("buffer");
    }

    private static void hold(TestTask task, long timeMs, String key, String newValue, String oldValue) {
        task.origin().turnTo("in", 7, timeMs);
        state(task).hold(timeMs, key, newValue, oldValue, timeMs, HEADERS);
    }

    private void releaseAll(TestTask task) {
        while (state(task).earliestMs() < SuppressState.NOTHING_HELD) {
            state(task).release((key, newValue, oldValue, timestamp, headers) -> {
                assertThat(task.origin().offset()).isEqualTo(7);
                assertThat(task.origin().timestamp()).isEqualTo(timestamp);
                assertThat(headers).isEqualTo(HEADERS);
                released.add(key + "=" + newValue + "<" + oldValue + "@" + timestamp);
            });
        }
    }

    private static LoggedRecord record(String value) {
        return new LoggedRecord(
                TestTask.changelog("buffer"),
                HexFormat.of().formatHex("a".getBytes(UTF_8)),
                value,
                -1,
                new RecordHeaders().add("v", new byte[] {3}));
    }
}
