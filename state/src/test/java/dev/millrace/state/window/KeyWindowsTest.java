package dev.millrace.state.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeyWindowsTest {
    private final KeyWindows windows = new KeyWindows(new byte[] {1}, 1, Long.MIN_VALUE);

    private int add(long startMs, Object held) {
        int number = windows.insert(startMs);
        windows.hold(number, held, startMs + 1);
        return number;
    }

    private String text() {
        List<String> rows = new ArrayList<>();
        for (int number = windows.first(); number < windows.end(); number++) {
            rows.add(windows.startMs(number) + "=" + windows.held(number) + "@" + windows.timestamp(number));
        }
        return String.join(" ", rows);
    }

    @Test
    void rowsAreInTheOrderOfTheirStartsHoweverTheyCome() {
        Random random = new Random(5);
        TreeMap<Long, Object> model = new TreeMap<>();
        for (int step = 0; step < 4_000; step++) {
            long startMs = (long) step + random.nextInt(300);
            Object held = random.nextInt(4) == 0 ? "text " + step : (Object) (long) step;
            int known = windows.find(startMs);
            assertThat(known >= 0).isEqualTo(model.containsKey(startMs));
            windows.hold(known >= 0 ? known : windows.insert(startMs), held, step);
            model.put(startMs, held);
            if (random.nextInt(20) == 0) {
                long goneMs = step - 200L;
                windows.dropUpTo(windows.from(goneMs));
                model.headMap(goneMs).clear();
            }
        }
        List<String> rows = new ArrayList<>();
        for (int number = windows.first(); number < windows.end(); number++) {
            rows.add(windows.startMs(number) + "=" + windows.held(number));
        }
        assertThat(rows)
                .isEqualTo(model.entrySet().stream().map(Map.Entry::toString).toList());
        assertThat(windows.bytes()).isLessThan(model.size() * 4 * KeyWindows.ROW_BYTES);
    }

    @Test
    void aStartIsFoundHoweverFarFromTheEnd() {
        for (long startMs = 0; startMs < 1_000; startMs += 10) {
            add(startMs, startMs);
        }
        for (long startMs = 0; startMs < 1_000; startMs++) {
            assertThat(windows.from(startMs)).isEqualTo((startMs + 9) / 10);
            assertThat(windows.find(startMs)).isEqualTo(startMs % 10 == 0 ? startMs / 10 : -1);
        }
    }

    @Test
    void aRowIsTheFirstTimeWithoutAnything() {
        add(10, "x");
        windows.mark(windows.find(10), KeyWindows.NEEDED);
        windows.dropUpTo(windows.end());
        add(20, 2L);
        int number = windows.insert(15);

        assertThat(windows.held(number)).isNull();
        assertThat(windows.timestamp(number)).isEqualTo(-1);
        assertThat(windows.is(number, -1)).isFalse();
        assertThat(text()).isEqualTo("15=null@-1 20=2@21");
    }

    @Test
    void aValueMayBeANumberOrAnObjectOrNothing() {
        int number = add(10, 7L);
        assertThat(windows.held(number)).isEqualTo(7L);
        windows.hold(number, "seven", 20);
        assertThat(windows.held(number)).isEqualTo("seven");
        windows.hold(number, null, 30);
        assertThat(windows.held(number)).isNull();
        assertThat(windows.hasValue(number)).isFalse();
        windows.hold(number, 8L, 40);
        assertThat(text()).isEqualTo("10=8@40");
    }

    @Test
    void downstreamKnowsTheValueBeforeUntilTheUpdateIsEmitted() {
        for (Object before : new Object[] {null, 1L, "one"}) {
            for (Object after : new Object[] {null, 2L, "two"}) {
                int number = windows.insert(10);
                windows.hold(number, before, 5);
                windows.startToWait(number);
                windows.turn(number, 123_456);
                windows.hold(number, after, 6);

                assertThat(windows.emitted(number)).isEqualTo(before);
                assertThat(windows.emittedTimestamp(number)).isEqualTo(5);
                assertThat(windows.held(number)).isEqualTo(after);
                assertThat(windows.turn(number)).isEqualTo(123_456);
                windows.emissionDone(number);
                assertThat(windows.emitted(number)).isEqualTo(after);
                assertThat(windows.emittedTimestamp(number)).isEqualTo(6);
                windows.dropUpTo(windows.end());
            }
        }
    }

    @Test
    void whatIsNeededStaysAndWhatIsBehindIt() {
        for (long startMs = 10; startMs <= 50; startMs += 10) {
            add(startMs, startMs);
        }
        windows.mark(windows.find(30), KeyWindows.WAITS);

        assertThat(windows.firstNeeded(20)).isEqualTo(windows.find(20));
        assertThat(windows.firstNeeded(100)).isEqualTo(windows.find(30));
    }

    @Test
    void theVersionTellsThatRowsHaveMoved() {
        add(10, 1L);
        int version = windows.version();
        windows.hold(0, 2L, 20);
        assertThat(windows.version()).isEqualTo(version);
        add(5, 1L);
        assertThat(windows.version()).isNotEqualTo(version);
    }
}
