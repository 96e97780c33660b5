package dev.millrace.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitScheduleTest {
    private static final List<String> TASKS = List.of("a", "b", "c");

    private final CommitSchedule<String> schedule = new CommitSchedule<>(1_000, true, 5_000);

    private List<String> takeTurn(List<String> tasks, long nowMs) {
        List<String> some = schedule.turn(tasks, nowMs);
        if (!some.isEmpty()) {
            schedule.committed(some, tasks, nowMs);
        }
        return some;
    }

    @Test
    void allAreDueWhenTheIntervalIsOver() {
        assertThat(schedule.allDue(TASKS, 5_999)).isFalse();
        assertThat(schedule.allDue(TASKS, 6_000)).isTrue();

        schedule.allCommitted(6_000);

        assertThat(schedule.allDue(TASKS, 6_999)).isFalse();
    }

    @Test
    void withTimeToSpareEachHasItsTurnBeforeItsIntervalIsOver() {
        List<String> committed = new ArrayList<>();
        for (long nowMs = 5_000; nowMs < 8_000; nowMs++) {
            assertThat(schedule.allDue(TASKS, nowMs)).as("at " + nowMs).isFalse();
            committed.addAll(takeTurn(TASKS, nowMs));
        }

        assertThat(committed).hasSize(11).startsWith("a", "b", "c", "a", "b", "c");
    }

    @Test
    void whoeverWaitedLongestIsFirstAndAfterALoadAllAreDue() {
        takeTurn(TASKS, 5_300);
        takeTurn(TASKS, 5_600);

        assertThat(schedule.allDue(TASKS, 5_999)).isFalse();
        assertThat(schedule.allDue(TASKS, 6_000)).as("c was not committed").isTrue();
        assertThat(schedule.allDue(List.of("a", "b"), 6_000)).isFalse();
        assertThat(takeTurn(TASKS, 5_900)).containsExactly("c");
    }

    @Test
    void manyShareATurn() {
        List<String> many = IntStream.range(0, 20).mapToObj(String::valueOf).toList();

        assertThat(takeTurn(many, 5_110)).isEmpty();
        assertThat(takeTurn(many, 5_111)).containsExactly("0", "1", "2");
        assertThat(takeTurn(many, 5_222)).containsExactly("3", "4", "5");
    }

    @Test
    void theNextCommitIsATurnOrThatOfAll() {
        assertThat(schedule.untilNextMs(TASKS, 5_100)).isEqualTo(150);
        assertThat(schedule.untilNextMs(TASKS, 5_300)).isZero();

        CommitSchedule<String> together = new CommitSchedule<>(1_000, false, 5_000);
        assertThat(together.untilNextMs(TASKS, 5_100)).isEqualTo(900);
        assertThat(together.turn(TASKS, 5_999)).isEmpty();
    }

    @Test
    void oneTaskAndAShortIntervalHaveNoTurns() {
        assertThat(takeTurn(List.of(), 5_999)).isEmpty();
        assertThat(takeTurn(List.of("a"), 5_999)).isEmpty();

        CommitSchedule<String> often = new CommitSchedule<>(100, true, 5_000);
        assertThat(often.turn(TASKS, 5_099)).isEmpty();
        assertThat(often.allDue(TASKS, 5_100)).isTrue();
    }

    @Test
    void oneThatIsGoneIsForgotten() {
        takeTurn(List.of("a", "b"), 5_400);
        takeTurn(List.of("b", "c"), 5_800);

        assertThat(schedule.allDue(List.of("a"), 6_000))
                .as("a new one of the same name")
                .isTrue();
        assertThat(schedule.allDue(List.of("b"), 6_000)).isFalse();
    }
}
