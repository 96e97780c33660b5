package dev.millrace.engine.operator.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.operator.Bench;
import dev.millrace.engine.operator.FakeSessions;
import dev.millrace.engine.operator.FakeTask;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.definition.WindowedOperator.SessionAggregate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is expected here came out of the reference 4.3.1 for the same input. */
class SessionAggregateOperatorTest {
    private final FakeTask task = new FakeTask();
    private final FakeSessions store = task.sessionStore("store");

    private Bench bench(long graceMs, boolean sendsOldValues) {
        return bench(graceMs, sendsOldValues, false);
    }

    private Bench bench(long graceMs, boolean sendsOldValues, boolean emitsOnClose) {
        return Bench.of(
                task,
                new SessionAggregate(
                        SessionWindows.ofInactivityGapAndGrace(Duration.ofMillis(10), Duration.ofMillis(graceMs)),
                        () -> "i",
                        (key, value, aggregate) -> aggregate + "" + value,
                        (key, one, other) -> "(" + one + "|" + other + ")",
                        emitsOnClose,
                        new TableStep("store", sendsOldValues)));
    }

    @Test
    void aRecordWithinTheGapLengthensASession() {
        Bench bench = bench(100, true);

        assertThat(bench.record("a", "1", 100)).containsExactly("[a@100/100]: i1<-null@100");
        assertThat(bench.record("a", "2", 110))
                .containsExactly("[a@100/100]: null<-i1@100", "[a@100/110]: (i|i1)2<-null@110");
        assertThat(bench.record("a", "3", 121)).containsExactly("[a@121/121]: i3<-null@121");
    }

    @Test
    void aRecordBetweenSessionsMakesOneOfThem() {
        Bench bench = bench(100, true);
        bench.record("a", "1", 100);
        bench.record("a", "2", 116);

        assertThat(bench.record("a", "3", 108))
                .containsExactly(
                        "[a@100/100]: null<-i1@100",
                        "[a@116/116]: null<-i2@116",
                        "[a@100/116]: ((i|i1)|i2)3<-null@116");
    }

    @Test
    void aRecordInsideASessionDeletesItFirst() {
        Bench bench = bench(100, true);
        bench.record("a", "1", 100);
        bench.record("a", "2", 110);

        assertThat(bench.record("a", "3", 105))
                .containsExactly("[a@100/110]: null<-(i|i1)2@110", "[a@100/110]: (i|(i|i1)2)3<-null@110");
    }

    @Test
    void aSecondRecordOfTheSameTimeDeletesNothingAndTellsNoOldValue() {
        Bench bench = bench(100, true);
        bench.record("a", "1", 100);

        assertThat(bench.record("a", "2", 100)).containsExactly("[a@100/100]: (i|i1)2<-null@100");
    }

    @Test
    void aSessionIsClosedWhenItsEndIsOlderThanGapAndGrace() {
        Bench bench = bench(100, false);
        bench.record("a", "1", 300);

        assertThat(bench.record("a", "late", 189)).isEmpty();
        assertThat(bench.record("a", "2", 190)).containsExactly("[a@190/190]: i2<-null@190");
        assertThat(task.dropped).containsExactly("node: its session is closed");
    }

    @Test
    void recordsWithoutKeyAreLeftOutAndDoNotMoveTime() {
        Bench bench = bench(0, false);
        bench.record("a", "1", 100);

        assertThat(bench.record(null, "x", 900)).isEmpty();
        assertThat(bench.record("a", "2", 105)).hasSize(2);
        assertThat(task.dropped).containsExactly("node: it has no key");
    }

    @Test
    void aRecordWithoutValueCounts() {
        assertThat(bench(0, false).record("a", null, 100)).containsExactly("[a@100/100]: inull<-null@100");
    }

    @Test
    void updatesOfACachingStoreHaveTheEndOfTheirSessionAsTheirTime() {
        store.caches = true;
        Bench bench = bench(100, false);

        assertThat(bench.record("a", "1", 100)).isEmpty();
        store.emit();
        assertThat(bench.child.drain()).containsExactly("[a@100/100]: i1<-null@100");
    }

    @Test
    void aSessionThatIsToBeSentOnWhenItClosesIsSentOnce() {
        Bench bench = bench(100, true, true);

        assertThat(bench.record("a", "1", 100)).isEmpty();
        assertThat(bench.record("a", "2", 105)).isEmpty();
        assertThat(bench.record("b", "3", 215)).isEmpty();
        assertThat(bench.record("b", "4", 216)).containsExactly("[a@100/105]: (i|i1)2<-null@105");
        assertThat(bench.record("b", "5", 300)).isEmpty();
        assertThat(bench.record("b", "6", 411))
                .containsExactly("[b@215/216]: (i|i3)4<-null@216", "[b@300/300]: i5<-null@300");
    }

    @Test
    void theNextLifeOfTheTaskGoesOnBehindTheSessionsThatWereSent() {
        bench(100, false, true).record("a", "1", 100);
        bench(100, false, true).record("b", "2", 300);
        assertThat(task.mark("store").timeMs()).isEqualTo(190);

        assertThat(bench(100, false, true).record("b", "3", 411)).containsExactly("[b@300/300]: i2<-null@300");
    }
}
