package dev.millrace.engine.operator.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.operator.Bench;
import dev.millrace.engine.operator.FakeKeyValues;
import dev.millrace.engine.operator.FakeTask;
import dev.millrace.topology.definition.OperatorDefinition.StreamAggregate;
import dev.millrace.topology.definition.OperatorDefinition.StreamReduce;
import dev.millrace.topology.definition.OperatorDefinition.TableAggregate;
import dev.millrace.topology.definition.OperatorDefinition.TableReduce;
import dev.millrace.topology.definition.TableStep;
import org.junit.jupiter.api.Test;

/** What is expected here came out of the reference 4.3.1 for the same input. */
class AggregateOperatorsTest {
    private static final TableStep STEP = new TableStep("store", false);
    private static final TableStep WITH_OLD = new TableStep("store", true);

    private final FakeTask task = new FakeTask();
    private final FakeKeyValues store = task.store("store");

    private Bench aggregate(TableStep step) {
        return Bench.of(
                task,
                new StreamAggregate(
                        () -> "I",
                        (key, value, aggregate) -> value.equals("del") ? null : aggregate + "" + value,
                        step));
    }

    private Bench tableAggregate(TableStep step) {
        return Bench.of(
                task,
                new TableAggregate(
                        () -> "I",
                        (key, value, aggregate) -> aggregate + "+" + value,
                        (key, value, aggregate) -> value.equals("drop") ? null : aggregate + "-" + value,
                        step));
    }

    private Bench tableReduce() {
        return Bench.of(
                task,
                new TableReduce(
                        (aggregate, value) -> aggregate + "+" + value,
                        (aggregate, value) -> value.equals("drop") ? null : aggregate + "-" + value,
                        STEP));
    }

    // ---- streams ----

    @Test
    void anAggregateStartsWithItsInitializerAndHasTheHighestTimestamp() {
        Bench bench = aggregate(WITH_OLD);

        assertThat(bench.record("k", "a", 10)).containsExactly("k: Ia<-I@10");
        assertThat(bench.record("k", "b", 5)).containsExactly("k: Iab<-Ia@10");
        assertThat(store.content()).hasToString("{k=Iab@10}");
    }

    @Test
    void anAggregateOfNullIsDeletedAtTheTimeOfTheRecordButSentOnWithTheHighest() {
        Bench bench = aggregate(STEP);
        bench.record("k", "a", 10);

        assertThat(bench.record("k", "del", 7)).containsExactly("k: null<-null@10");
        assertThat(store.lastWriteTimestamp).isEqualTo(7);
        assertThat(store.content()).isEmpty();
        assertThat(bench.record("k", "del", 3)).containsExactly("k: null<-null@3");
        assertThat(bench.record("k", "c", 3)).containsExactly("k: Ic<-null@3");
    }

    @Test
    void recordsWithoutKeyOrValueAreLeftOut() {
        Bench bench = aggregate(STEP);

        assertThat(bench.record(null, "a", 1)).isEmpty();
        assertThat(bench.record("k", null, 1)).isEmpty();
        assertThat(task.dropped).containsExactly("node: it has no key", "node: it has no value");
        assertThat(store.content()).isEmpty();
    }

    @Test
    void anInitializerMayGiveNull() {
        Bench bench = Bench.of(
                task, new StreamAggregate(() -> null, (key, value, aggregate) -> aggregate + "" + value, STEP));

        assertThat(bench.record("k", "a", 10)).containsExactly("k: nulla<-null@10");
    }

    @Test
    void aReductionStartsWithTheFirstValue() {
        Bench bench = Bench.of(
                task,
                new StreamReduce((aggregate, value) -> value.equals("del") ? null : aggregate + "" + value, WITH_OLD));

        assertThat(bench.record("k", "a", 10)).containsExactly("k: a<-null@10");
        assertThat(bench.record("k", "b", 5)).containsExactly("k: ab<-a@10");
        assertThat(bench.record("k", "del", 7)).containsExactly("k: null<-ab@10");
        assertThat(bench.record("k", "c", 3)).containsExactly("k: c<-null@3");
    }

    @Test
    void aCachingStoreEmitsLater() {
        store.caches = true;
        Bench bench = aggregate(WITH_OLD);
        bench.record("k", "a", 1);
        bench.record("k", "b", 2);

        assertThat(bench.child.taken).isEmpty();
        store.emit();
        assertThat(bench.child.drain()).containsExactly("k: Iab<-null@2");
    }

    @Test
    void anAggregationWithoutStoreIsRefused() {
        Bench bench = aggregate(new TableStep(null, false));

        assertThatThrownBy(() -> bench.record("k", "a", 1)).rootCause().hasMessageContaining("needs a store");
    }

    // ---- tables ----

    @Test
    void anUpdateSubtractsTheOldRowAndThenAddsTheNew() {
        Bench bench = tableAggregate(WITH_OLD);

        assertThat(bench.update("g", "a", null, 10)).containsExactly("g: I+a<-null@10");
        assertThat(bench.update("g", "b", "a", 5)).containsExactly("g: I+a-a+b<-I+a@10");
        assertThat(bench.update("g", null, "b", 20)).containsExactly("g: I+a-a+b-b<-I+a-a+b@20");
    }

    @Test
    void nothingIsSubtractedFromAnAggregateThatIsNotThere() {
        Bench bench = tableAggregate(STEP);

        assertThat(bench.update("g", null, "x", 5)).containsExactly("g: null<-null@5");
        assertThat(bench.update("g", "b", "x", 6)).containsExactly("g: I+b<-null@6");
    }

    @Test
    void anAggregateThatASubtractorEndsStartsAgain() {
        Bench bench = tableAggregate(STEP);
        bench.update("g", "drop", null, 5);

        assertThat(bench.update("g", "b", "drop", 6)).containsExactly("g: I+b<-null@6");
        bench.update("g", "drop", null, 7);
        assertThat(bench.update("g", null, "drop", 3)).containsExactly("g: null<-null@7");
        assertThat(store.lastWriteTimestamp).isEqualTo(3);
    }

    @Test
    void aReductionOfATableStartsWithTheFirstRow() {
        Bench bench = tableReduce();

        assertThat(bench.update("g", null, "x", 5)).containsExactly("g: null<-null@5");
        assertThat(bench.update("g", "a", null, 10)).containsExactly("g: a<-null@10");
        assertThat(bench.update("g", "b", null, 3)).containsExactly("g: a+b<-null@10");
        assertThat(bench.update("g", "c", "a", 20)).containsExactly("g: a+b-a+c<-null@20");
        assertThat(bench.update("g", "d", "drop", 21)).containsExactly("g: d<-null@21");
    }
}
