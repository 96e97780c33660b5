package dev.millrace.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.operator.factory.OperatorFactory;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.ValueTransformerWithKey;
import dev.millrace.streams.processor.api.Processor;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.topology.definition.JoinOperator.StreamGlobalTableJoin;
import dev.millrace.topology.definition.JoinOperator.StreamTableJoin;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.Branch;
import dev.millrace.topology.definition.OperatorDefinition.Filter;
import dev.millrace.topology.definition.OperatorDefinition.FlatMap;
import dev.millrace.topology.definition.OperatorDefinition.FlatMapValues;
import dev.millrace.topology.definition.OperatorDefinition.ForEach;
import dev.millrace.topology.definition.OperatorDefinition.MapRecord;
import dev.millrace.topology.definition.OperatorDefinition.MapValues;
import dev.millrace.topology.definition.OperatorDefinition.SelectKey;
import dev.millrace.topology.definition.OperatorDefinition.StreamAggregate;
import dev.millrace.topology.definition.OperatorDefinition.StreamReduce;
import dev.millrace.topology.definition.OperatorDefinition.TableAggregate;
import dev.millrace.topology.definition.OperatorDefinition.TableFilter;
import dev.millrace.topology.definition.OperatorDefinition.TableJoin;
import dev.millrace.topology.definition.OperatorDefinition.TableMapValues;
import dev.millrace.topology.definition.OperatorDefinition.TableReduce;
import dev.millrace.topology.definition.OperatorDefinition.TableRegroup;
import dev.millrace.topology.definition.OperatorDefinition.TableTransformValues;
import dev.millrace.topology.definition.OperatorDefinition.UserProcessor;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.definition.TableLookup;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.definition.WindowedOperator.SessionAggregate;
import dev.millrace.topology.definition.WindowedOperator.WindowAggregate;
import dev.millrace.topology.definition.WindowedOperator.WindowReduce;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every operator that runs user code must do. Each definition here holds a function that fails on the value
 * {@code bad} and otherwise lets the value through, so that the operator emits something for {@code good}.
 */
class OperatorContractTest {
    private static final String BAD = "bad";
    private static final TableStep STORED = new TableStep("store", false);
    private static final TableStep PASSING = new TableStep(null, false);

    /** A definition, and whether it takes updates. */
    record Case(OperatorDefinition definition, boolean takesUpdates) {
        /** All but sessions, as in the reference. */
        boolean keepsHeaders() {
            return !(definition instanceof SessionAggregate);
        }

        @Override
        public String toString() {
            return definition.getClass().getSimpleName();
        }
    }

    static Stream<Case> operators() {
        return Stream.concat(recordOperators(), updateOperators());
    }

    private static Stream<Case> recordOperators() {
        return Stream.of(
                        new Filter((key, value) -> checked(value) != null, false),
                        new MapRecord((key, value) -> new KeyValue<>(key, checked(value))),
                        new SelectKey((key, value) -> checked(value)),
                        new MapValues((key, value) -> checked(value)),
                        new FlatMap((key, value) -> List.of(new KeyValue<>(key, checked(value)))),
                        new FlatMapValues((key, value) -> List.of(checked(value))),
                        new ForEach((key, value) -> checked(value), true),
                        new Branch(List.of((key, value) -> checked(value) != null), List.of("first")),
                        new UserProcessor(Forwarding::new),
                        new StreamAggregate(() -> "", (key, value, aggregate) -> checked(value), STORED),
                        new StreamReduce((aggregate, value) -> checked(value), STORED),
                        new WindowAggregate(
                                TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(1)),
                                () -> "",
                                (key, value, aggregate) -> checked(value),
                                false,
                                STORED),
                        new WindowReduce(
                                TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(1)),
                                (aggregate, value) -> checked(value),
                                false,
                                STORED),
                        new SessionAggregate(
                                SessionWindows.ofInactivityGapWithNoGrace(Duration.ofMillis(1)),
                                () -> "",
                                (key, value, aggregate) -> checked(value),
                                (key, one, other) -> one,
                                false,
                                STORED),
                        new StreamTableJoin(
                                new TableLookup.InStore("table"), (key, value, match) -> checked(value), true, null),
                        new StreamGlobalTableJoin(
                                "global", (key, value) -> key, (key, value, match) -> checked(value), true))
                .map(definition -> new Case(definition, false));
    }

    private static Stream<Case> updateOperators() {
        return Stream.of(
                        new TableFilter((key, value) -> checked(value) != null, false, false, PASSING),
                        new TableFilter((key, value) -> checked(value) != null, false, false, STORED),
                        new TableMapValues((key, value) -> checked(value), PASSING),
                        new TableMapValues((key, value) -> checked(value), STORED),
                        new TableRegroup((key, value) -> new KeyValue<>(key, checked(value)), false),
                        new TableAggregate(
                                () -> "",
                                (key, value, aggregate) -> checked(value),
                                (key, value, aggregate) -> aggregate,
                                STORED),
                        new TableReduce((aggregate, value) -> checked(value), (aggregate, value) -> aggregate, STORED),
                        new TableTransformValues(Checking::new, PASSING),
                        new TableTransformValues(Checking::new, STORED),
                        new TableJoin(
                                new TableLookup.InStore("table"),
                                (own, other) -> checked(own),
                                false,
                                false,
                                false,
                                false))
                .map(definition -> new Case(definition, true));
    }

    private static Object checked(@Nullable Object value) {
        if (BAD.equals(value)) {
            throw new IllegalArgumentException("a bad value");
        }
        return value == null ? "nothing" : value;
    }

    private static final class Forwarding implements Processor<Object, Object, Object, Object> {
        private @Nullable ProcessorContext<Object, Object> context;

        @Override
        public void init(ProcessorContext<Object, Object> context) {
            this.context = context;
        }

        @Override
        public void process(Record<Object, Object> record) {
            context.forward(record.withValue(checked(record.value())));
        }
    }

    private static final class Checking implements ValueTransformerWithKey<Object, Object, Object> {
        @Override
        public void init(dev.millrace.streams.processor.ProcessorContext context) {}

        @Override
        public Object transform(Object readOnlyKey, @Nullable Object value) {
            return checked(value);
        }

        @Override
        public void close() {}
    }

    /** The operator between a parent with two children and a child of its own. */
    private static final class Family {
        final FakeTask task = new FakeTask();
        final Collector child = new Collector("first", task);
        final Collector sibling = new Collector("sibling", task);
        final boolean takesUpdates;
        final Operator entry;

        Family(Case each) {
            takesUpdates = each.takesUpdates();
            task.windowStore("store", 1000);
            task.sessionStore("store");
            Operator operator = OperatorFactory.create(
                    new ProcessorDefinition("node", List.of("in"), each.definition(), List.of()), task);
            operator.connect(List.of(child));
            operator.open();
            entry = new FanOut("parent", task, List.of(operator, sibling));
        }

        void take(@Nullable Object key, @Nullable Object value, long timestamp) {
            if (takesUpdates) {
                task.feedUpdate(entry, key, value, null, timestamp);
            } else {
                task.feed(entry, key, value, timestamp);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void whatComesInGoesOutBeforeTheCallReturnsWithItsTimestampAndHeaders(Case each) {
        Family family = new Family(each);
        Headers headers = new RecordHeaders().add("h", new byte[] {1});

        if (each.takesUpdates()) {
            family.entry.update("k", "good", null, 7, headers);
        } else {
            family.task.feed(family.entry, "k", "good", 7, headers);
        }

        assertThat(family.child.taken)
                .hasSize(1)
                .first()
                .asString()
                .contains("good")
                .endsWith("@7");
        assertThat(family.child.headers.get(0)).isEqualTo(each.keepsHeaders() ? headers : new RecordHeaders());
    }

    @ParameterizedTest
    @MethodSource("operators")
    void aFailureOfUserCodeDropsTheRecordThereAndSiblingsGoOn(Case each) {
        Family family = new Family(each);
        family.task.handlerContinues = true;

        family.take("k", "good", 1);
        family.take("k", BAD, 2);
        family.take("k", "good", 3);

        assertThat(family.task.failures).containsExactly("node on k=bad@2: a bad value");
        assertThat(family.child.taken).hasSize(2);
        assertThat(family.sibling.taken).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("operators")
    void aFailureThatMustNotBeHandledReachesTheCaller(Case each) {
        Family family = new Family(each);
        family.take("k", "good", 1);

        assertThatThrownBy(() -> family.take("k", BAD, 2)).isInstanceOf(FakeTask.Fatal.class);
        assertThat(family.task.failures).hasSize(1);
        assertThat(family.sibling.taken).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("operators")
    void nullsNeverFailByThemselves(Case each) {
        Family family = new Family(each);

        family.take("k", null, 1);
        if (!each.takesUpdates()) {
            family.take(null, "good", 2);
            family.take(null, null, 3);
        }

        assertThat(family.task.failures).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void anOperatorMayBeClosedWithoutHavingBeenOpened(Case each) {
        FakeTask task = new FakeTask();
        Operator operator = OperatorFactory.create(
                new ProcessorDefinition("node", List.of("in"), each.definition(), List.of()), task);

        operator.close();

        assertThat(operator.name()).isEqualTo("node");
    }

    @ParameterizedTest
    @MethodSource("operators")
    void theWrongKindOfEdgeIsRefused(Case each) {
        Family family = new Family(each);

        assertThatThrownBy(() -> {
                    if (each.takesUpdates()) {
                        family.task.feed(family.entry, "k", "v", 1);
                    } else {
                        family.task.feedUpdate(family.entry, "k", "v", null, 1);
                    }
                })
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Node node takes");
    }
}
