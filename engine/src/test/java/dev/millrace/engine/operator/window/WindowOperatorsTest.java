package dev.millrace.engine.operator.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.operator.Bench;
import dev.millrace.engine.operator.FakeTask;
import dev.millrace.engine.operator.FakeWindows;
import dev.millrace.streams.kstream.TimeWindow;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.UnlimitedWindows;
import dev.millrace.streams.kstream.Windows;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.definition.WindowedOperator.WindowAggregate;
import dev.millrace.topology.definition.WindowedOperator.WindowReduce;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is expected here came out of the reference 4.3.1 for the same input. */
class WindowOperatorsTest {
    private static final TableStep STEP = new TableStep("store", false);

    private final FakeTask task = new FakeTask();
    private final FakeWindows store = task.windowStore("store", 10);

    private static TimeWindows tumbling(long graceMs) {
        return TimeWindows.ofSizeAndGrace(Duration.ofMillis(10), Duration.ofMillis(graceMs));
    }

    private static TimeWindows hopping(long advanceMs, long graceMs) {
        return tumbling(graceMs).advanceBy(Duration.ofMillis(advanceMs));
    }

    private Bench aggregate(Windows<?> windows, boolean sendsOldValues) {
        return Bench.of(
                task,
                new WindowAggregate(
                        windows,
                        () -> "I",
                        (key, value, aggregate) -> "del".equals(value) ? null : aggregate + "" + value,
                        false,
                        new TableStep("store", sendsOldValues)));
    }

    private Bench reduce(Windows<?> windows) {
        return Bench.of(task, new WindowReduce(windows, (aggregate, value) -> aggregate + "" + value, false, STEP));
    }

    @Test
    void aRecordCountsInEveryWindowItFallsIntoTheEarliestFirst() {
        Bench bench = aggregate(hopping(5, 5), true);

        assertThat(bench.record("k", "a", 3)).containsExactly("[k@0/10]: Ia<-I@3");
        assertThat(bench.record("k", "b", 12)).containsExactly("[k@5/15]: Ib<-I@12", "[k@10/20]: Ib<-I@12");
        assertThat(bench.record("k", "c", 8)).containsExactly("[k@0/10]: Iac<-Ia@8", "[k@5/15]: Ibc<-Ib@12");
    }

    @Test
    void aWindowIsClosedOnceTimeComesToItsEndPlusGrace() {
        Bench bench = aggregate(hopping(5, 5), false);
        bench.record("k", "a", 12);
        assertThat(bench.record("k", "b", 4)).containsExactly("[k@0/10]: Ib<-null@4");
        bench.record("k", "c", 20);

        assertThat(bench.record("k", "late", 9)).isEmpty();
        assertThat(bench.record("k", "f", 16)).containsExactly("[k@10/20]: Iaf<-null@16", "[k@15/25]: Icf<-null@20");
        assertThat(task.dropped).containsExactly("node: its window is closed", "node: its window is closed");
    }

    @Test
    void aLateRecordStillCountsInItsLaterWindows() {
        Bench bench = aggregate(hopping(5, 0), false);
        bench.record("k", "a", 13);

        assertThat(bench.record("k", "b", 9)).containsExactly("[k@5/15]: Iab<-null@13");
    }

    @Test
    void recordsWithoutKeyAreLeftOutAndDoNotMoveTime() {
        Bench bench = aggregate(tumbling(0), false);

        assertThat(bench.record(null, "x", 500)).isEmpty();
        assertThat(bench.record("k", "a", 3)).hasSize(1);
        assertThat(task.dropped).containsExactly("node: it has no key");
    }

    @Test
    void recordsWithoutValueCount() {
        assertThat(aggregate(tumbling(0), false).record("k", null, 3)).containsExactly("[k@0/10]: Inull<-null@3");
        assertThat(reduce(tumbling(0)).record("j", null, 3)).containsExactly("[j@0/10]: null<-null@3");
    }

    @Test
    void anAggregateOfNullIsDeleted() {
        Bench bench = aggregate(tumbling(0), false);
        bench.record("k", "a", 3);

        assertThat(bench.record("k", "del", 2)).containsExactly("[k@0/10]: null<-null@3");
        assertThat(store.content()).isEmpty();
    }

    @Test
    void aReductionStartsWithTheFirstValueOfTheWindowAndHasTheHighestTimestamp() {
        Bench bench = reduce(tumbling(5));

        assertThat(bench.record("k", "a", 3)).containsExactly("[k@0/10]: a<-null@3");
        assertThat(bench.record("k", "b", 2)).containsExactly("[k@0/10]: ab<-null@3");
        assertThat(bench.record("k", "c", 13)).containsExactly("[k@10/20]: c<-null@13");
        assertThat(store.content()).hasToString("{k@0=ab@3, k@10=c@13}");
    }

    private Bench closing(Windows<?> windows) {
        return Bench.of(task, new WindowReduce(windows, (aggregate, value) -> aggregate + "" + value, true, STEP));
    }

    @Test
    void aWindowIsSentOnOnceByTheRecordThatClosesIt() {
        Bench bench = closing(hopping(5, 2));

        assertThat(bench.record("k", "a", 3)).isEmpty();
        assertThat(bench.record("k", "b", 11)).isEmpty();
        assertThat(bench.record("j", "c", 12)).containsExactly("[k@0/10]: a<-null@3");
        assertThat(bench.record("j", "d", 16)).isEmpty();
        assertThat(bench.record("j", "e", 30)).contains("[k@5/15]: b<-null@11", "[j@15/25]: d<-null@16");
    }

    @Test
    void whatAnEarlierLifeSentOnIsNotSentOnAgain() {
        closing(tumbling(2)).record("k", "a", 3);
        closing(tumbling(2)).record("k", "b", 13);
        assertThat(task.marks.get("store").timeMs()).isEqualTo(11);

        assertThat(closing(tumbling(2)).record("k", "c", 22)).containsExactly("[k@10/20]: b<-null@13");
    }

    @Test
    void theStartsAreThoseThatTheWindowsName() {
        for (long advanceMs : new long[] {1, 2, 3, 7, 10}) {
            TimeWindows windows = hopping(advanceMs, 1000);
            Bench bench = reduce(windows);
            for (long timestamp = 0; timestamp < 45; timestamp++) {
                assertThat(bench.record("k" + advanceMs, "v", timestamp))
                        .as("advance %d, time %d", advanceMs, timestamp)
                        .hasSize(windows.windowsFor(timestamp).size());
            }
            for (long timestamp = 0; timestamp < 45; timestamp++) {
                for (long startMs : windows.windowsFor(timestamp).keySet()) {
                    assertThat(store.content()).containsKey("k" + advanceMs + "@" + startMs);
                }
            }
        }
    }

    @Test
    void timesNearTheEndOfTimeEnd() {
        assertThat(reduce(hopping(5, 0)).record("k", "v", Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void unlimitedWindowsNeverClose() {
        Bench bench = reduce(UnlimitedWindows.of());
        bench.record("k", "a", 300_000_000);

        assertThat(bench.record("k", "b", 3)).containsExactly("[k@0/9223372036854775807]: ab<-null@300000000");
    }

    @Test
    void windowsOfTheUsersOwnAreAsked() {
        Windows<TimeWindow> own = new Windows<>() {
            @Override
            public Map<Long, TimeWindow> windowsFor(long timestamp) {
                Map<Long, TimeWindow> windows = new LinkedHashMap<>();
                windows.put(timestamp, new TimeWindow(timestamp, timestamp + 4));
                return windows;
            }

            @Override
            public long size() {
                return 4;
            }

            @Override
            public long gracePeriodMs() {
                return 2;
            }
        };
        Bench bench = reduce(own);

        assertThat(bench.record("k", "a", 7)).containsExactly("[k@7/11]: a<-null@7");
        bench.record("k", "b", 13);
        assertThat(bench.record("k", "late", 7)).isEmpty();
        assertThat(bench.record("k", "c", 8)).containsExactly("[k@8/12]: c<-null@8");
    }

    @Test
    void aCachingStoreEmitsLater() {
        store.caches = true;
        Bench bench = reduce(tumbling(5));

        assertThat(bench.record("k", "a", 3)).isEmpty();
        store.emit();
        assertThat(bench.child.drain()).containsExactly("[k@0/10]: a<-null@3");
    }
}
