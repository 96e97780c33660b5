package dev.millrace.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.processor.Cancellable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PunctuationScheduleTest {
    private final PunctuationSchedule schedule = new PunctuationSchedule();
    private final List<String> calls = new ArrayList<>();

    private Cancellable add(String name, long firstMs, long intervalMs) {
        return schedule.add(firstMs, intervalMs, nowMs -> calls.add(name + "@" + nowMs));
    }

    private List<String> callsAt(long... times) {
        for (long time : times) {
            schedule.run(time);
        }
        return calls;
    }

    @Test
    void nothingIsDueBeforeItsTime() {
        add("a", 10, 10);

        assertThat(schedule.isDue(9)).isFalse();
        assertThat(schedule.isDue(10)).isTrue();
        assertThat(callsAt(9)).isEmpty();
        assertThat(callsAt(10)).containsExactly("a@10");
    }

    @Test
    void anEntryStaysOnItsGridAndMakesUpForMissedTimesOnce() {
        add("a", 0, 10);

        assertThat(callsAt(25, 26, 30, 36, 40, 71, 79, 80)).containsExactly("a@25", "a@30", "a@40", "a@71", "a@80");
    }

    @Test
    void entriesRunInTheOrderInWhichTheyBecameDue() {
        add("late", 20, 100);
        add("early", 10, 100);

        assertThat(callsAt(50)).containsExactly("early@50", "late@50");
    }

    @Test
    void aCancelledEntryIsNeverCalledAgain() {
        Cancellable entry = add("a", 10, 10);
        schedule.run(10);
        entry.cancel();

        assertThat(callsAt(20, 30)).containsExactly("a@10");
    }

    @Test
    void anEntryMayCancelItself() {
        List<Cancellable> self = new ArrayList<>();
        self.add(schedule.add(10, 10, nowMs -> {
            calls.add("once");
            self.get(0).cancel();
        }));

        assertThat(callsAt(10, 20)).containsExactly("once");
        assertThat(schedule.isDue(30)).isFalse();
    }

    @Test
    void anEntryThatIsDueAlreadyRunsInTheSameRoundItWasAdded() {
        schedule.add(10, 100, nowMs -> add("inner", 0, 100));

        assertThat(callsAt(15)).containsExactly("inner@15");
    }
}
