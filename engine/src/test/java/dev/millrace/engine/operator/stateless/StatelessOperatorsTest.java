package dev.millrace.engine.operator.stateless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.operator.Bench;
import dev.millrace.engine.operator.Collector;
import dev.millrace.engine.operator.FakeTask;
import dev.millrace.engine.operator.Operator;
import dev.millrace.streams.KeyValue;
import dev.millrace.topology.definition.OperatorDefinition.Branch;
import dev.millrace.topology.definition.OperatorDefinition.Filter;
import dev.millrace.topology.definition.OperatorDefinition.FlatMap;
import dev.millrace.topology.definition.OperatorDefinition.FlatMapValues;
import dev.millrace.topology.definition.OperatorDefinition.ForEach;
import dev.millrace.topology.definition.OperatorDefinition.MapRecord;
import dev.millrace.topology.definition.OperatorDefinition.MapValues;
import dev.millrace.topology.definition.OperatorDefinition.PassThrough;
import dev.millrace.topology.definition.OperatorDefinition.SelectKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatelessOperatorsTest {

    @Test
    void aFilterForwardsWhatPasses() {
        Bench bench = Bench.of(new Filter((key, value) -> value != null, false));

        assertThat(bench.record("k", "v", 5)).containsExactly("k=v@5");
        assertThat(bench.record(null, null, 6)).isEmpty();
        assertThat(bench.record(null, "v", 7)).containsExactly("null=v@7");
        assertThat(bench.task.dropped).isEmpty();
    }

    @Test
    void aNegatedFilterForwardsWhatDoesNotPass() {
        Bench bench = Bench.of(new Filter((key, value) -> value != null, true));

        assertThat(bench.record("k", "v", 5)).isEmpty();
        assertThat(bench.record(null, null, 6)).containsExactly("null=null@6");
    }

    @Test
    void aMapReplacesKeyAndValueWithNullsIfItLikes() {
        Bench bench = Bench.of(
                new MapRecord((key, value) -> value == null ? new KeyValue<>(null, null) : new KeyValue<>(value, key)));

        assertThat(bench.record("k", "v", 5)).containsExactly("v=k@5");
        assertThat(bench.record("k", null, 6)).containsExactly("null=null@6");
    }

    @Test
    void aMapThatReturnsNullFailsAndNamesTheNode() {
        Bench bench = Bench.of(new MapRecord((key, value) -> null));

        assertThatThrownBy(() -> bench.record("k", "v", 5))
                .rootCause()
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("node node");
    }

    @Test
    void theKeySelectedMayBeNull() {
        Bench bench = Bench.of(new SelectKey((key, value) -> value));

        assertThat(bench.record("k", "v", 5)).containsExactly("v=v@5");
        assertThat(bench.record("k", null, 6)).containsExactly("null=null@6");
    }

    @Test
    void mapValuesKeepsTheKey() {
        Bench bench = Bench.of(new MapValues((key, value) -> key + "+" + value));

        assertThat(bench.record("k", "v", 5)).containsExactly("k=k+v@5");
        assertThat(bench.record(null, null, 6)).containsExactly("null=null+null@6");
    }

    @Test
    void aFlatMapForwardsEachRecordInOrder() {
        Bench bench =
                Bench.of(new FlatMap((key, value) -> List.of(new KeyValue<>("a", value), new KeyValue<>("b", value))));

        assertThat(bench.record("k", "v", 5)).containsExactly("a=v@5", "b=v@5");
    }

    @Test
    void aFlatMapMayReturnNoneButNeitherNullNorACollectionWithNull() {
        Bench bench = Bench.of(new FlatMap((key, value) -> switch ((String) value) {
            case "none" -> List.of();
            case "null" -> null;
            default -> Arrays.asList(new KeyValue<>("a", value), null);
        }));

        assertThat(bench.record("k", "none", 5)).isEmpty();
        assertThatThrownBy(() -> bench.record("k", "null", 5)).rootCause().hasMessageContaining("returned null");
        assertThatThrownBy(() -> bench.record("k", "hole", 5)).rootCause().hasMessageContaining("contains null");
        assertThat(bench.child.drain()).containsExactly("a=hole@5");
    }

    @Test
    void aFlatMapOfValuesMayContainNull() {
        Bench bench = Bench.of(new FlatMapValues((key, value) -> value == null ? null : Arrays.asList(value, null)));

        assertThat(bench.record("k", "v", 5)).containsExactly("k=v@5", "k=null@5");
        assertThatThrownBy(() -> bench.record("k", null, 5)).rootCause().hasMessageContaining("returned null");
    }

    @Test
    void peekShowsAndForwardsWhileForeachEndsTheChain() {
        List<Object> seen = new ArrayList<>();
        Bench peek = Bench.of(new ForEach((key, value) -> seen.add(value), true));
        Bench foreach = Bench.of(new ForEach((key, value) -> seen.add(value), false));

        assertThat(peek.record("k", "a", 5)).containsExactly("k=a@5");
        assertThat(foreach.record("k", "b", 5)).isEmpty();
        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void passThroughChangesNothing() {
        Bench bench = Bench.of(new PassThrough());

        assertThat(bench.record(null, "v", 5)).containsExactly("null=v@5");
    }

    @Test
    void aBranchSendsToTheFirstThatPassesAndElseToTheDefault() {
        Branch definition = new Branch(
                List.of((key, value) -> "1".equals(value), (key, value) -> ((String) value).startsWith("1")),
                List.of("one", "ones", "rest"));
        FakeTask task = new FakeTask();
        Collector rest = new Collector("rest", task);
        Collector one = new Collector("one", task);
        Collector ones = new Collector("ones", task);
        Operator branch = new BranchOperator("node", task, definition);
        branch.connect(List.of(rest, one, ones));

        task.feed(branch, null, "1", 5);
        task.feed(branch, "k", "12", 5);
        task.feed(branch, "k", "2", 5);

        assertThat(one.taken).containsExactly("null=1@5");
        assertThat(ones.taken).containsExactly("k=12@5");
        assertThat(rest.taken).containsExactly("k=2@5");
    }

    @Test
    void aBranchWithoutDefaultLeavesOutWhatPassesNowhere() {
        FakeTask task = new FakeTask();
        Collector one = new Collector("one", task);
        Operator branch = new BranchOperator(
                "node", task, new Branch(List.of((key, value) -> "1".equals(value)), List.of("one")));
        branch.connect(List.of(one));

        task.feed(branch, "k", "2", 5);

        assertThat(one.taken).isEmpty();
        assertThat(task.dropped).isEmpty();
    }

    @Test
    void aBranchToANodeThatIsNoChildIsRefused() {
        Operator branch =
                new BranchOperator("node", new FakeTask(), new Branch(List.of((key, value) -> true), List.of("gone")));

        assertThatThrownBy(() -> branch.connect(List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gone");
    }
}
