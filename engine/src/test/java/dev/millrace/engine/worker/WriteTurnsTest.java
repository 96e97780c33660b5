package dev.millrace.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WriteTurnsTest {
    private static final List<String> TASKS = List.of("a", "b", "c");

    private final Map<String, Long> writtenMs = new HashMap<>(Map.of("a", 500L, "b", 300L, "c", 400L));
    private final WriteTurns<String> turns = new WriteTurns<>(writtenMs::get);

    private Optional<String> next(long nowMs) {
        Optional<String> next = turns.next(TASKS, nowMs);
        next.ifPresent(task -> writtenMs.put(task, nowMs));
        return next;
    }

    @Test
    void withoutTimeToSpareNobodyWrites() {
        assertThat(next(9_000)).isEmpty();
    }

    @Test
    void withTimeToSpareTheOneThatWaitedLongestWritesOncePerCommit() {
        turns.idle();
        turns.idle();

        assertThat(next(9_000)).contains("b");
        assertThat(next(9_000)).as("no time to spare since").isEmpty();
        turns.idle();
        assertThat(next(9_000)).contains("c");
    }

    @Test
    void nobodyWritesAgainAtOnce() {
        turns.idle();
        assertThat(next(1_299)).isEmpty();
        turns.idle();
        assertThat(next(1_300)).contains("b");
    }

    @Test
    void onlyOneOfThoseThatChangedWrites() {
        turns.idle();
        assertThat(turns.next(List.of("a"), 9_000)).contains("a");
        turns.idle();
        assertThat(turns.next(List.of(), 9_000)).isEmpty();
    }
}
