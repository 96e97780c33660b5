package dev.millrace.engine.operator.suppress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.operator.Bench;
import dev.millrace.engine.operator.FakeTask;
import dev.millrace.streams.kstream.TimeWindow;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.topology.definition.OperatorDefinition.TableSuppress;
import dev.millrace.topology.definition.TableLookup;
import dev.millrace.topology.definition.TableStep;
import org.junit.jupiter.api.Test;

/** What is expected here came out of the reference 4.3.1 for the same input. */
class TableSuppressOperatorTest {
    private static final long NO_LIMIT = Long.MAX_VALUE;
    private final FakeTask task = new FakeTask();

    private Bench suppress(long waitMs, boolean untilWindowCloses, long maxRecords, long maxBytes, boolean early) {
        return Bench.of(
                task,
                new TableSuppress(
                        "buffer", waitMs, untilWindowCloses, maxRecords, maxBytes, early, new TableStep(null, true)));
    }

    @Test
    void anUpdateWaitsForLaterOnesOfItsKeyUntilItsTimeHasPassed() {
        Bench bench = suppress(10, false, NO_LIMIT, NO_LIMIT, false);

        assertThat(bench.update("a", "1", null, 0)).isEmpty();
        assertThat(bench.update("a", "2", "1", 3)).isEmpty();
        assertThat(bench.update("b", "1", null, 5)).isEmpty();
        assertThat(bench.update("b", null, "1", 10)).containsExactly("a: 2<-1@3");
        assertThat(bench.update("c", "1", null, 15)).containsExactly("b: null<-1@10");
    }

    @Test
    void aWindowGivesItsFinalResultWhenItIsClosedUnlessThatIsADeletion() {
        Bench bench = suppress(5, true, NO_LIMIT, NO_LIMIT, false);

        assertThat(bench.update(window("a", 0), "1", null, 3)).isEmpty();
        assertThat(bench.update(window("b", 0), null, "1", 14)).isEmpty();
        assertThat(bench.update(window("c", 10), "1", null, 15)).containsExactly("[a@0/10]: 1<-null@3");
        assertThat(bench.update(window("c", 10), "2", "1", 12)).isEmpty();
    }

    @Test
    void aFullBufferLetsTheFirstGoEarly() {
        Bench bench = suppress(100, false, 2, NO_LIMIT, true);

        bench.update("a", "1", null, 5);
        bench.update("b", "1", null, 6);
        assertThat(bench.update("c", "1", null, 4)).containsExactly("c: 1<-null@4");
        assertThat(bench.update("d", "1", null, 7)).containsExactly("a: 1<-null@5");
    }

    @Test
    void bytesCountToo() {
        Bench bench = suppress(100, false, NO_LIMIT, 15, true);

        bench.update("a", "1", null, 5);
        assertThat(bench.update("b", "1", null, 6)).containsExactly("a: 1<-null@5");
    }

    @Test
    void aStrictBufferFailsWhenItIsFull() {
        Bench bench = suppress(100, false, 1, NO_LIMIT, false);
        task.handlerContinues = true;

        bench.update("a", "1", null, 5);
        bench.update("b", "1", null, 6);
        assertThat(task.failures).singleElement().asString().contains("node", "2 of at most 1 records");
    }

    @Test
    void aLookUpSeesWhatDownstreamKnows() {
        Bench bench = suppress(10, false, NO_LIMIT, NO_LIMIT, false);
        bench.update("a", "2", "1", 3);

        assertThat(new TableLookup.Suppressed(new TableLookup.InStore("table"), "buffer").storeNames())
                .containsExactly("table", "buffer");
        assertThat(task.suppression("buffer").valueSent("a")).isEqualTo("1");
    }

    private static Windowed<String> window(String key, long startMs) {
        return new Windowed<>(key, new TimeWindow(startMs, startMs + 10));
    }
}
