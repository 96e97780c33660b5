package dev.millrace.engine.operator.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.operator.Bench;
import dev.millrace.engine.operator.FakeTask;
import dev.millrace.engine.operator.row.TableRows;
import dev.millrace.topology.definition.JoinOperator.StreamGlobalTableJoin;
import dev.millrace.topology.definition.JoinOperator.StreamTableJoin;
import dev.millrace.topology.definition.StreamTableGrace;
import dev.millrace.topology.definition.TableLookup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is expected here came out of the reference 4.3.1 for the same input. */
class JoinOperatorsTest {
    private static final TableLookup IN_STORE = new TableLookup.InStore("table");

    private final FakeTask task = new FakeTask();

    private static Object joined(@Nullable Object key, Object value, @Nullable Object match) {
        return key + ":" + value + "/" + match;
    }

    private Bench join(TableLookup lookup, boolean left) {
        return Bench.of(task, new StreamTableJoin(lookup, JoinOperatorsTest::joined, left, null));
    }

    private Bench globalJoin(boolean left) {
        return Bench.of(
                task,
                new StreamGlobalTableJoin(
                        "global",
                        (key, value) -> "nokey".equals(value) ? null : value,
                        JoinOperatorsTest::joined,
                        left));
    }

    @Test
    void anInnerJoinForwardsMatchesWithTheTimeOfTheRecord() {
        task.store("table").fill("k", "T", 9);
        Bench bench = join(IN_STORE, false);

        assertThat(bench.record("k", "1", 7)).containsExactly("k=k:1/T@7");
        assertThat(bench.record("other", "1", 7)).isEmpty();
        assertThat(task.dropped).isEmpty();
    }

    @Test
    void anInnerJoinLeavesOutRecordsWithoutKeyOrValue() {
        Bench bench = join(IN_STORE, false);

        assertThat(bench.record(null, "1", 5)).isEmpty();
        assertThat(bench.record("k", null, 5)).isEmpty();
        assertThat(task.dropped).containsExactly("node: it has no key", "node: it has no value");
    }

    @Test
    void aLeftJoinForwardsRecordsWithoutMatchOrKeyButNotWithoutValue() {
        Bench bench = join(IN_STORE, true);

        assertThat(bench.record("k", "1", 5)).containsExactly("k=k:1/null@5");
        assertThat(bench.record(null, "1", 6)).containsExactly("null=null:1/null@6");
        assertThat(bench.record("k", null, 7)).isEmpty();
        assertThat(bench.record(null, null, 8)).isEmpty();
        assertThat(task.dropped).hasSize(2);
    }

    @Test
    void aJoinerMayGiveNull() {
        Bench bench = Bench.of(task, new StreamTableJoin(IN_STORE, (key, value, match) -> null, true, null));

        assertThat(bench.record("k", "1", 5)).containsExactly("k=null@5");
    }

    @Test
    void rowsOfATableThatIsNotKeptAreComputedFromTheOneAbove() {
        task.store("table").fill("k", "T", 9);
        task.store("table").fill("f", "filtered", 9);
        TableLookup lookup = new TableLookup.Mapped(
                new TableLookup.Filtered(IN_STORE, (key, value) -> value.equals("filtered"), true),
                (key, value) -> key + "_" + value);

        assertThat(join(lookup, false).record("k", "1", 7)).containsExactly("k=k:1/k_T@7");
        assertThat(join(lookup, false).record("f", "1", 7)).isEmpty();
        assertThat(join(lookup, true).record("f", "1", 7)).containsExactly("f=f:1/null@7");
        assertThat(join(lookup, true).record("none", "1", 7)).containsExactly("none=none:1/null@7");
    }

    @Test
    void computedRowsHaveTheTimestampOfTheRowTheyComeFrom() {
        task.store("table").fill("k", "T", 9);
        TableRows rows = TableRows.of(
                new TableLookup.Mapped(
                        new TableLookup.Filtered(IN_STORE, (key, value) -> true, false), (key, value) -> value),
                join(IN_STORE, false).operator,
                task);

        assertThat(rows.value("k")).isEqualTo("T");
        assertThat(rows.timestamp()).isEqualTo(9);
    }

    @Test
    void withAGracePeriodARecordWaitsUntilTheTimeOfRecordsIsLaterBySoMuch() {
        task.store("table").fill("k", "T", 9);
        Bench bench = Bench.of(
                task,
                new StreamTableJoin(IN_STORE, JoinOperatorsTest::joined, true, new StreamTableGrace("node-Buffer", 5)));

        assertThat(bench.record("k", "1", 10)).isEmpty();
        assertThat(bench.record("k", "2", 14)).isEmpty();
        assertThat(bench.record("l", "3", 15)).containsExactly("k=k:1/T@10");
        assertThat(bench.record("k", "late", 9)).containsExactly("k=k:late/T@9");
        assertThat(bench.record("k", "just in time", 10)).containsExactly("k=k:just in time/T@10");
        assertThat(bench.record("k", "4", 30)).containsExactly("k=k:2/T@14", "l=l:3/null@15");
        assertThat(bench.record(null, "no key", 40)).containsExactly("null=null:no key/null@40");
        assertThat(bench.record("k", null, 50)).isEmpty();
    }

    @Test
    void aGlobalTableIsJoinedUnderAComputedKey() {
        task.globalTable("global").fill("1", "T", 9);
        Bench bench = globalJoin(false);

        assertThat(bench.record("k", "1", 7)).containsExactly("k=k:1/T@7");
        assertThat(bench.record(null, "1", 7)).containsExactly("null=null:1/T@7");
        assertThat(bench.record("k", "2", 7)).isEmpty();
        assertThat(task.dropped).isEmpty();
        assertThat(bench.record("k", "nokey", 7)).isEmpty();
        assertThat(bench.record("k", null, 7)).isEmpty();
        assertThat(task.dropped).hasSize(2);
    }

    @Test
    void aLeftJoinWithAGlobalTableForwardsRecordsWithoutMatchOrComputedKey() {
        Bench bench = globalJoin(true);

        assertThat(bench.record("k", "1", 7)).containsExactly("k=k:1/null@7");
        assertThat(bench.record("k", "nokey", 7)).containsExactly("k=k:nokey/null@7");
        assertThat(bench.record(null, "1", 7)).containsExactly("null=null:1/null@7");
        assertThat(bench.record("k", null, 7)).isEmpty();
        assertThat(task.dropped).containsExactly("node: it has no value");
    }
}
