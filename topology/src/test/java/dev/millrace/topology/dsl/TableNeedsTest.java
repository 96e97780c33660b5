package dev.millrace.topology.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.topology.definition.JoinOperator.StreamTableJoin;
import dev.millrace.topology.definition.OperatorDefinition.StreamAggregate;
import dev.millrace.topology.definition.OperatorDefinition.TableFilter;
import dev.millrace.topology.definition.OperatorDefinition.TableMapValues;
import dev.millrace.topology.definition.OperatorDefinition.TableSource;
import dev.millrace.topology.definition.TableLookup.Filtered;
import dev.millrace.topology.definition.TableLookup.InStore;
import dev.millrace.topology.definition.TableLookup.Mapped;
import org.junit.jupiter.api.Test;

/** What tables need of each other: stores and old values. */
class TableNeedsTest {
    private final Lowering lowering = new Lowering();

    @Test
    void aTableThatNobodyLooksIntoIsNotStored() {
        lowering.table("table").filter((key, value) -> true).toStream().to("out");
        assertThat(lowering.operator(TableSource.class).step().storeName()).isNull();
        assertThat(lowering.operator(TableSource.class).step().sendsOldValues()).isFalse();
        assertThat(lowering.definition().stores()).isEmpty();
    }

    @Test
    void groupingMakesEveryTableUpToTheSourceSendOldValues() {
        lowering.table("table")
                .filter((key, value) -> true)
                .mapValues(value -> value)
                .groupBy(KeyValue::pair)
                .count();
        assertThat(lowering.operator(TableMapValues.class).step().sendsOldValues())
                .isTrue();
        assertThat(lowering.operator(TableFilter.class).step().sendsOldValues()).isTrue();
        assertThat(lowering.operator(TableSource.class).step().sendsOldValues()).isTrue();
        assertThat(lowering.operator(TableSource.class).step().storeName()).isEqualTo("table-STATE-STORE-0000000000");
    }

    @Test
    void aStoredTableKnowsItsOldValuesItself() {
        lowering.table("table")
                .filter((key, value) -> true, Materialized.as("filtered"))
                .groupBy(KeyValue::pair)
                .count();
        assertThat(lowering.operator(TableFilter.class).step().sendsOldValues()).isTrue();
        assertThat(lowering.operator(TableFilter.class).step().storeName()).isEqualTo("filtered");
        assertThat(lowering.operator(TableSource.class).step().sendsOldValues()).isFalse();
        assertThat(lowering.operator(TableSource.class).step().storeName()).isNull();
    }

    @Test
    void aFilterUsesOldValuesWhereTheyCostNoFurtherStore() {
        lowering.keptTable("table", "kept").mapValues(value -> value).filter((key, value) -> true);
        assertThat(lowering.operator(TableFilter.class).step().sendsOldValues()).isTrue();
        assertThat(lowering.operator(TableMapValues.class).step().sendsOldValues())
                .isTrue();
        assertThat(lowering.operator(TableSource.class).step().sendsOldValues()).isTrue();
    }

    @Test
    void aFilterThatIsKeptItselfDoesNotUseThemForThat() {
        lowering.table("table").filter((key, value) -> true, Materialized.as("filtered"));
        assertThat(lowering.operator(TableFilter.class).step().sendsOldValues()).isFalse();
    }

    @Test
    void anAggregationSendsOldValuesOnlyIfItIsGroupedAgain() {
        KTable<String, Long> counts = lowering.stream("in").groupByKey().count();
        assertThat(lowering.operator(StreamAggregate.class).step().sendsOldValues())
                .isFalse();
        Lowering again = new Lowering();
        again.stream("in").groupByKey().count().groupBy(KeyValue::pair).count();
        assertThat(again.operator(StreamAggregate.class).step().sendsOldValues())
                .isTrue();
        assertThat(counts.queryableStoreName()).isNull();
    }

    @Test
    void aJoinLooksThroughDerivedTablesDownToAStore() {
        KTable<String, String> derived =
                lowering.table("table").filter((key, value) -> true).mapValues(value -> value);
        lowering.stream("in").join(derived, (left, right) -> left);
        StreamTableJoin join = lowering.operator(StreamTableJoin.class);
        assertThat(join.table()).isInstanceOf(Mapped.class);
        assertThat(((Mapped) join.table()).upstream()).isInstanceOf(Filtered.class);
        assertThat(join.table().storeNames()).containsExactly("table-STATE-STORE-0000000000");
        assertThat(lowering.operator(TableSource.class).step().sendsOldValues()).isFalse();
    }

    @Test
    void aJoinLooksIntoTheNearestStore() {
        KTable<String, String> stored = lowering.table("table").mapValues(value -> value, Materialized.as("mapped"));
        lowering.stream("in").join(stored, (left, right) -> left);
        assertThat(lowering.operator(StreamTableJoin.class).table()).isEqualTo(new InStore("mapped"));
        assertThat(lowering.definition().stores()).containsOnlyKeys("mapped");
    }

    @Test
    void onlyANamedStoreCanBeQueried() {
        assertThat(lowering.table("table").queryableStoreName()).isNull();
        assertThat(lowering.stream("in")
                        .groupByKey()
                        .count(Materialized.as("counts"))
                        .queryableStoreName())
                .isEqualTo("counts");
        assertThat(lowering.stream("in")
                        .groupByKey()
                        .count(Materialized.with(null, null))
                        .queryableStoreName())
                .isNull();
        assertThat(lowering.stream("in").toTable(Materialized.as("rows")).queryableStoreName())
                .isEqualTo("rows");
    }
}
