package dev.millrace.state.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.RecordBufferState;
import dev.millrace.state.fixture.LoggedRecord;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.streams.spi.Providers;
import dev.millrace.streams.state.StoreBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

/** Records that wait: their order, their changelog, and how they come back from there. */
class RecordBufferTest {
    private static final Headers HEADERS = new RecordHeaders().add("h", new byte[] {1});
    private final List<String> released = new ArrayList<>();

    @Test
    void recordsComeOutByTimeAndThenByKeyAndThenAsTheyCame() {
        try (TestTask task = TestTask.with(buffer())) {
            add(task, "b", "1", 20);
            add(task, "a", "2", 20);
            add(task, "b", "3", 20);
            add(task, "c", "4", 10);
            add(task, "d", "5", 21);
            release(task, 9);
            assertThat(released).isEmpty();
            release(task, 20);
            assertThat(released).containsExactly("c=4@10", "a=2@20", "b=1@20", "b=3@20");
            release(task, 30);
            assertThat(released).endsWith("d=5@21").hasSize(5);
        }
    }

    @Test
    void theChangelogHasTheBytesOfTheReference() {
        try (TestTask task = TestTask.with(buffer())) {
            add(task, "a", "q", 90);
            assertThat(task.commit())
                    .containsExactly(new LoggedRecord(
                            TestTask.changelog("buffer"),
                            "00000000000000005a6100000001",
                            "000000000000005a00000000000000070000000173000000000000000100000001680000000101"
                                    + "ffffffffffffffff00000001710000000000000000",
                            -1));
            release(task, 90);
            assertThat(task.commit())
                    .containsExactly(
                            new LoggedRecord(TestTask.changelog("buffer"), "00000000000000005a6100000001", null, -1));
        }
    }

    @Test
    void whatWaitsSurvivesACrashAndAMove() {
        try (TestTask task = TestTask.with(buffer())) {
            add(task, "a", "1", 10);
            add(task, "a", "2", 20);
            task.commit();
            release(task, 10);
            task.crash();
            add(task, "a", "3", 10);
            task.commit();
            released.clear();
            try (TestTask other = task.elsewhere()) {
                release(other, 100);
                assertThat(released).containsExactlyInAnyOrder("a=1@10", "a=3@10", "a=2@20");
            }
        }
    }

    private static StoreBuilder<?> buffer() {
        return Providers.stores().recordBufferBuilder("buffer", Serdes.String(), Serdes.String());
    }

    private static RecordBufferState state(TestTask task) {
        return task.stores().recordBuffer("buffer");
    }

    private static void add(TestTask task, String key, String value, long timestamp) {
        task.origin().turnTo("s", 7, timestamp);
        state(task).add(key, value, timestamp, HEADERS);
    }

    private void release(TestTask task, long dueMs) {
        state(task).releaseUntil(dueMs, (key, value, none, timestamp, headers) -> {
            assertThat(task.origin().offset()).isEqualTo(7);
            assertThat(headers).isEqualTo(HEADERS);
            released.add(key + "=" + value + "@" + timestamp);
        });
    }
}
