package dev.millrace.engine.operator.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.operator.Bench;
import dev.millrace.engine.operator.FakeKeyValues;
import dev.millrace.engine.operator.FakeTask;
import dev.millrace.streams.KeyValue;
import dev.millrace.topology.definition.OperatorDefinition.GlobalTableSource;
import dev.millrace.topology.definition.OperatorDefinition.TableFilter;
import dev.millrace.topology.definition.OperatorDefinition.TableMapValues;
import dev.millrace.topology.definition.OperatorDefinition.TableRegroup;
import dev.millrace.topology.definition.OperatorDefinition.TableSource;
import dev.millrace.topology.definition.OperatorDefinition.TableToStream;
import dev.millrace.topology.definition.TableStep;
import org.junit.jupiter.api.Test;

class TableOperatorsTest {
    private static final TableStep PASSING = new TableStep(null, false);
    private static final TableStep PASSING_WITH_OLD = new TableStep(null, true);
    private static final TableStep STORED = new TableStep("store", false);
    private static final TableStep STORED_WITH_OLD = new TableStep("store", true);

    private final FakeTask task = new FakeTask();
    private final FakeKeyValues store = task.store("store");

    // ---- source ----

    @Test
    void aSourceWithoutStorePassesRecordsOnAsUpdates() {
        Bench bench = Bench.of(task, new TableSource(PASSING));

        assertThat(bench.record("k", "v", 5)).containsExactly("k: v<-null@5");
        assertThat(bench.record("k", null, 6)).containsExactly("k: null<-null@6");
    }

    @Test
    void aSourceLeavesOutRecordsWithoutKey() {
        Bench bench = Bench.of(task, new TableSource(STORED));

        assertThat(bench.record(null, "v", 5)).isEmpty();
        assertThat(task.dropped).containsExactly("node: it has no key");
    }

    @Test
    void aSourceKeepsRowsAndTellsWhatTheyReplace() {
        Bench bench = Bench.of(task, new TableSource(STORED_WITH_OLD));

        assertThat(bench.record("k", "a", 5)).containsExactly("k: a<-null@5");
        assertThat(bench.record("k", "b", 6)).containsExactly("k: b<-a@6");
        assertThat(store.content()).hasToString("{k=b@6}");
        assertThat(bench.record("k", null, 7)).containsExactly("k: null<-b@7");
        assertThat(store.content()).isEmpty();
    }

    @Test
    void oldValuesAreNotToldWhereNobodyNeedsThem() {
        Bench bench = Bench.of(task, new TableSource(STORED));
        bench.record("k", "a", 5);

        assertThat(bench.record("k", "b", 6)).containsExactly("k: b<-null@6");
    }

    @Test
    void anOlderRecordReplacesARowAllTheSame() {
        Bench bench = Bench.of(task, new TableSource(STORED_WITH_OLD));
        bench.record("k", "a", 10);

        assertThat(bench.record("k", "b", 5)).containsExactly("k: b<-a@5");
        assertThat(store.content()).hasToString("{k=b@5}");
    }

    @Test
    void aCachingStoreEmitsLaterAndOnlyTheLast() {
        store.caches = true;
        Bench bench = Bench.of(task, new TableSource(STORED_WITH_OLD));

        assertThat(bench.record("k", "a", 5)).isEmpty();
        store.emit();
        assertThat(bench.child.drain()).containsExactly("k: a<-null@5");
        bench.record("k", "b", 6);
        bench.record("k", "c", 7);
        store.emit();
        assertThat(bench.child.drain()).containsExactly("k: c<-a@7");
    }

    @Test
    void aGlobalSourceOnlyKeepsRows() {
        Bench bench = Bench.of(task, new GlobalTableSource("store"));

        assertThat(bench.record("k", "a", 5)).isEmpty();
        assertThat(bench.record(null, "a", 5)).isEmpty();
        assertThat(store.content()).hasToString("{k=a@5}");
        assertThat(task.dropped).hasSize(1);
    }

    // ---- filter ----

    @Test
    void aFilterWithoutOldValuesSendsADeletionForWhatDoesNotPass() {
        Bench bench = Bench.of(task, new TableFilter((key, value) -> value.equals("x"), false, false, PASSING));

        assertThat(bench.update("k", "a", null, 5)).containsExactly("k: null<-null@5");
        assertThat(bench.update("k", "x", null, 6)).containsExactly("k: x<-null@6");
        assertThat(bench.update("k", null, null, 7)).containsExactly("k: null<-null@7");
    }

    @Test
    void aFilterWithOldValuesLeavesOutUpdatesOfRowsThatWereNeverIn() {
        Bench bench =
                Bench.of(task, new TableFilter((key, value) -> value.equals("x"), false, false, PASSING_WITH_OLD));

        assertThat(bench.update("k", "a", null, 5)).isEmpty();
        assertThat(bench.update("k", "x", "a", 6)).containsExactly("k: x<-null@6");
        assertThat(bench.update("k", "x", "x", 7)).containsExactly("k: x<-x@7");
        assertThat(bench.update("k", "b", "x", 8)).containsExactly("k: null<-x@8");
        assertThat(bench.update("k", null, "b", 9)).isEmpty();
    }

    @Test
    void aNegatedFilterKeepsWhatDoesNotPassButNeverADeletion() {
        Bench bench = Bench.of(task, new TableFilter((key, value) -> value.equals("x"), true, false, PASSING));

        assertThat(bench.update("k", "x", null, 5)).containsExactly("k: null<-null@5");
        assertThat(bench.update("k", "a", null, 6)).containsExactly("k: a<-null@6");
        assertThat(bench.update("k", null, null, 7)).containsExactly("k: null<-null@7");
    }

    @Test
    void aFilterWithAStoreKnowsItsOldRowsItself() {
        Bench bench = Bench.of(task, new TableFilter((key, value) -> value.equals("x"), false, false, STORED_WITH_OLD));

        assertThat(bench.update("k", "a", null, 5)).isEmpty();
        assertThat(bench.update("k", "x", null, 6)).containsExactly("k: x<-null@6");
        assertThat(bench.update("k", "b", null, 7)).containsExactly("k: null<-x@7");
        assertThat(store.content()).isEmpty();
    }

    @Test
    void aFilterWithAStoreButWithoutOldValuesWritesEveryUpdate() {
        Bench bench = Bench.of(task, new TableFilter((key, value) -> value.equals("x"), false, false, STORED));

        assertThat(bench.update("k", "a", null, 5)).containsExactly("k: null<-null@5");
        assertThat(bench.update("k", "x", null, 6)).containsExactly("k: x<-null@6");
        assertThat(store.content()).hasToString("{k=x@6}");
    }

    // ---- map ----

    @Test
    void mappingLeavesDeletionsAloneAndMayDelete() {
        Bench bench = Bench.of(
                task,
                new TableMapValues((key, value) -> value.equals("nul") ? null : key + "+" + value, PASSING_WITH_OLD));

        assertThat(bench.update("k", "b", "a", 5)).containsExactly("k: k+b<-k+a@5");
        assertThat(bench.update("k", "nul", "b", 6)).containsExactly("k: null<-k+b@6");
        assertThat(bench.update("k", null, "nul", 7)).containsExactly("k: null<-null@7");
    }

    @Test
    void aMappedTableWithAStoreTellsItsOwnOldRows() {
        Bench bench = Bench.of(task, new TableMapValues((key, value) -> value + "!", STORED_WITH_OLD));

        bench.update("k", "a", null, 5);
        assertThat(bench.update("k", "b", null, 3)).containsExactly("k: b!<-a!@3");
        assertThat(store.content()).hasToString("{k=b!@3}");
    }

    // ---- to stream, regroup ----

    @Test
    void aStreamOfATableHasItsNewValues() {
        Bench bench = Bench.of(task, new TableToStream());

        assertThat(bench.update("k", "b", "a", 5)).containsExactly("k=b@5");
        assertThat(bench.update("k", null, "b", 6)).containsExactly("k=null@6");
    }

    @Test
    void regroupingTellsTheOldGroupFirst() {
        Bench bench = Bench.of(task, new TableRegroup((key, value) -> new KeyValue<>(value, key), false));

        assertThat(bench.update("k", "b", "a", 5)).containsExactly("a: null<-k@5", "b: k<-null@5");
        assertThat(bench.update("k", "b", null, 6)).containsExactly("b: k<-null@6");
        assertThat(bench.update("k", null, "b", 7)).containsExactly("b: null<-k@7");
        assertThat(bench.update("k", null, null, 8)).isEmpty();
    }

    @Test
    void aRowThatStaysInItsGroupIsOneUpdate() {
        Bench bench = Bench.of(task, new TableRegroup((key, value) -> new KeyValue<>("g", value), false));

        assertThat(bench.update("k", "b", "a", 5)).containsExactly("g: b<-a@5");
    }

    @Test
    void aRowWithoutMappedKeyOrValueIsInNoGroup() {
        Bench bench = Bench.of(
                task,
                new TableRegroup(
                        (key, value) -> switch ((String) value) {
                            case "nothing" -> null;
                            case "no key" -> new KeyValue<>(null, value);
                            case "no value" -> new KeyValue<>("g", null);
                            default -> new KeyValue<>(value, value);
                        },
                        false));

        assertThat(bench.update("k", "nothing", "a", 5)).containsExactly("a: null<-a@5");
        assertThat(bench.update("k", "no key", "nothing", 6)).isEmpty();
        assertThat(bench.update("k", "no value", "no key", 7)).isEmpty();
        assertThat(bench.update("k", "b", "no value", 8)).containsExactly("b: b<-null@8");
    }

    @Test
    void groupsAreMadeOfTheLatestVersionsOnly() {
        Bench bench = Bench.of(task, new TableRegroup((key, value) -> new KeyValue<>("g", value), true));
        task.ofThePast = true;
        assertThat(bench.update("k", "b", "a", 5)).isEmpty();
        task.ofThePast = false;
        assertThat(bench.update("k", "b", "a", 5)).containsExactly("g: b<-a@5");
    }

    @Test
    void inAVersionedTableARowThatStaysOutIsADeletionAllTheSame() {
        Bench bench = Bench.of(task, new TableFilter((key, value) -> value.equals("x"), false, true, PASSING_WITH_OLD));
        assertThat(bench.update("k", "y", "z", 5)).containsExactly("k: null<-null@5");
    }
}
