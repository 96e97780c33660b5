package dev.millrace.state.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.SessionState;
import dev.millrace.state.fixture.TestTask;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingSessionsTest {
    private static final long GAP_MS = 10;

    private TestTask task;
    private SessionState state;

    private void open(boolean persistent, long retentionMs) {
        Duration retention = Duration.ofMillis(retentionMs);
        var supplier = persistent
                ? Stores.persistentSessionStore("s", retention)
                : Stores.inMemorySessionStore("s", retention);
        var builder = Stores.sessionStoreBuilder(supplier, Serdes.String(), Serdes.Long());
        task = new TestTask(List.of(builder), new MemoryBudget(4_000, 2_000));
        state = task.stores().sessions("s");
    }

    @AfterEach
    void close() {
        task.close();
    }

    private void record(String key, long timeMs) {
        var found = state.find(key, timeMs - GAP_MS, timeMs + GAP_MS);
        long startMs = timeMs;
        long endMs = timeMs;
        long count = 1;
        for (int i = 0; i < found.count(); i++) {
            startMs = Math.min(startMs, found.startMs(i));
            endMs = Math.max(endMs, found.endMs(i));
            count += (Long) found.value(i);
        }
        state.replaceFound(key, startMs, endMs, count, timeMs);
    }

    private List<String> closed(long upToEndMs) {
        List<String> taken = new ArrayList<>();
        state.takeClosed(upToEndMs, (key, value, timestamp) -> taken.add(key + "=" + value + "@" + timestamp));
        return taken;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSessionIsTakenOnceWithItsLastBounds(boolean persistent) {
        open(persistent, 10_000);
        state.watchClosing(0);
        record("a", 100);
        record("b", 100);
        record("a", 109);
        task.commit();
        record("a", 118);

        assertThat(closed(99)).isEmpty();
        assertThat(closed(100)).containsExactly("[b@100/100]=1@100");
        assertThat(closed(117)).isEmpty();
        assertThat(closed(130)).containsExactly("[a@100/118]=3@118");
        assertThat(closed(500)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sessionsThatAreMergedAreTakenAsOne(boolean persistent) {
        open(persistent, 10_000);
        state.watchClosing(0);
        record("a", 100);
        record("a", 116);
        task.commit();
        record("a", 108);

        assertThat(closed(500)).containsExactly("[a@100/116]=3@116");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasNotTakenIsFoundWhenTheTaskOpensAgain(boolean persistent) {
        open(persistent, 10_000);
        record("a", 100);
        record("b", 200);
        task.commit();
        TestTask next = task.elsewhere();
        task.close();
        task = next;
        state = task.stores().sessions("s");
        state.watchClosing(150);

        assertThat(closed(500)).containsExactly("[b@200/200]=1@200");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void memoryThatIsShortLosesNone(boolean persistent) {
        open(persistent, 10_000);
        state.watchClosing(0);
        for (int i = 0; i < 300; i++) {
            record("k" + i, i);
            if (i % 50 == 0) {
                task.commit();
            }
        }
        task.commit();

        assertThat(closed(500)).hasSize(300).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sessionsPastTheRetentionAreThereAsLongAsTheirBucketInAPersistentStore(boolean persistent) {
        open(persistent, 100);
        state.watchClosing(0);
        record("a", 100);
        record("b", 201);
        record("a", 200_000);

        assertThat(closed(150)).isEmpty();
        record("a", 239_000);
        record("a", 239_900);
        assertThat(closed(239_500)).hasSize(persistent ? 2 : 0);
    }
}
