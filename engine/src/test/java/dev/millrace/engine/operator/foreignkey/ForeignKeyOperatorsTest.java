package dev.millrace.engine.operator.foreignkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.operator.FakeKeyValues;
import dev.millrace.engine.operator.FakeTask;
import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.factory.OperatorFactory;
import dev.millrace.topology.definition.ForeignKeyJoin;
import dev.millrace.topology.definition.ForeignKeyOperator.AnswerSubscription;
import dev.millrace.topology.definition.ForeignKeyOperator.KeepSubscription;
import dev.millrace.topology.definition.ForeignKeyOperator.NotifySubscribers;
import dev.millrace.topology.definition.ForeignKeyOperator.ResolveResponse;
import dev.millrace.topology.definition.ForeignKeyOperator.Subscribe;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.definition.SinkDefinition;
import dev.millrace.topology.definition.SinkDefinition.Content;
import dev.millrace.topology.definition.TableLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForeignKeyOperatorsTest {
    private final FakeTask task = new FakeTask();
    private final FakeKeyValues subscriptions = task.store("subscriptions");
    private final List<String> sent = new ArrayList<>();

    // ---- subscribing ----

    @Test
    void anInnerJoinSubscribesToWhatARowRefersTo() {
        Operator subscribe = open(new Subscribe(join(false), ForeignKeyOperatorsTest::firstLetter, false));

        assertThat(update(subscribe, "A1", null)).containsExactly("A: BEGIN_IF_THERE k for A1");
        assertThat(update(subscribe, "A2", "A1")).containsExactly("A: BEGIN_IF_THERE k for A2");
        assertThat(update(subscribe, "B1", "A2")).containsExactly("A: END_SILENTLY k for B1", "B: BEGIN k for B1");
        assertThat(update(subscribe, "", "B1")).containsExactly("B: END k for ");
        assertThat(update(subscribe, "", "")).isEmpty();
        assertThat(update(subscribe, null, "B1")).containsExactly("B: END k");
        assertThat(update(subscribe, null, null)).isEmpty();
        assertThat(task.dropped).containsExactly("node: it has no foreign key");
    }

    @Test
    void aLeftJoinWantsAnAnswerForEveryRow() {
        Operator subscribe = open(new Subscribe(join(true), ForeignKeyOperatorsTest::firstLetter, false));

        assertThat(update(subscribe, "A1", null)).containsExactly("A: BEGIN k for A1");
        assertThat(update(subscribe, "B1", "A1")).containsExactly("A: END_SILENTLY k for B1", "B: BEGIN k for B1");
        assertThat(update(subscribe, "", "B1")).containsExactly("B: END_SILENTLY k for ", "null: BEGIN k for ");
        assertThat(update(subscribe, null, "B1")).containsExactly("B: END_SILENTLY k", "null: BEGIN k");
        assertThat(update(subscribe, null, "")).containsExactly("null: BEGIN k");
        assertThat(update(subscribe, null, null)).isEmpty();
    }

    private static @Nullable Object firstLetter(Object key, Object value) {
        String text = (String) value;
        return text.isEmpty() ? null : text.substring(0, 1);
    }

    // ---- keeping and answering ----

    @Test
    void subscriptionsAreKeptUntilTheyEnd() {
        Operator keep = open(new KeepSubscription(join(false)));

        record(keep, "A", subscription(Instruction.BEGIN_IF_THERE, "v"), 5);
        assertThat(subscriptions.content()).hasSize(1);
        record(keep, "A", subscription(Instruction.END_SILENTLY, "v"), 6);
        assertThat(subscriptions.content()).isEmpty();
        assertThat(record(keep, null, subscription(Instruction.BEGIN, "v"), 7)).hasSize(1);
        assertThat(subscriptions.content()).isEmpty();
    }

    @Test
    void anAnswerSaysWhatTheForeignRowIsIfItIsAskedTo() {
        task.store("foreign").fill("A", "row", 9);
        Operator answer = open(new AnswerSubscription(join(false), new TableLookup.InStore("foreign")));

        assertThat(record(answer, "A", subscription(Instruction.BEGIN_IF_THERE, "v"), 5))
                .containsExactly("k gets row@9");
        assertThat(record(answer, "A", subscription(Instruction.BEGIN, "v"), 12))
                .containsExactly("k gets row@12");
        assertThat(record(answer, "A", subscription(Instruction.END, "v"), 5)).containsExactly("k gets null@9");
        assertThat(record(answer, "A", subscription(Instruction.END_SILENTLY, "v"), 5))
                .isEmpty();
        assertThat(record(answer, "B", subscription(Instruction.BEGIN_IF_THERE, "v"), 5))
                .isEmpty();
        assertThat(record(answer, "B", subscription(Instruction.BEGIN, "v"), 5)).containsExactly("k gets null@5");
        assertThat(record(answer, null, subscription(Instruction.BEGIN, "v"), 5))
                .containsExactly("k gets null@5");
    }

    @Test
    void allSubscribersOfAForeignRowAreTold() {
        keep("A", "k1");
        keep("A", "k2");
        keep("AB", "k3");
        Operator notify = open(new NotifySubscribers(join(false), false));

        task.feedUpdate(notify, "A", "row", null, 7);
        assertThat(drained()).containsExactly("k1 gets row@7", "k2 gets row@7");
        task.feedUpdate(notify, "A", null, "row", 8);
        assertThat(drained()).containsExactly("k1 gets null@8", "k2 gets null@8");
        task.feedUpdate(notify, "C", "row", null, 9);
        assertThat(drained()).isEmpty();
    }

    private void keep(String foreignKey, String primaryKey) {
        byte[] subscription = SubscriptionFormat.write(
                Instruction.BEGIN, ValueHash.of("v".getBytes(UTF_8)), primaryKey.getBytes(UTF_8), 0);
        byte[] place = SubscriptionFormat.storeKey(foreignKey.getBytes(UTF_8), subscription);
        subscriptions.fill(Bytes.wrap(place), subscription, 1);
    }

    // ---- the way back ----

    @Test
    void aResponseGoesToThePartitionThatAsked() {
        Operator sink = OperatorFactory.create(
                new SinkDefinition("sink", List.of("p"), "responses", null, null, null, null, Content.RESPONSES), task);
        byte[] subscription = SubscriptionFormat.write(Instruction.BEGIN, null, "k".getBytes(UTF_8), 2);

        task.feed(sink, subscription, new byte[] {'r'}, 5);

        assertThat(task.sent).containsExactly("responses-2: k=r@5");
    }

    @Test
    void aPartitionerOfTheUsersKnowsBetter() {
        Operator sink = OperatorFactory.create(
                new SinkDefinition(
                        "sink",
                        List.of("p"),
                        "responses",
                        null,
                        null,
                        null,
                        (topic, key, value, partitions) -> Optional.of(Set.of(1)),
                        Content.RESPONSES),
                task);

        task.feed(sink, subscription(Instruction.BEGIN, "v"), new byte[] {'r'}, 5);

        assertThat(task.sent).containsExactly("responses-1: k=r@5");
    }

    @Test
    void aResponseIsJoinedWithTheRowThatAsked() {
        task.store("rows").fill("k", "v", 3);
        Operator resolve =
                open(new ResolveResponse(join(false), new TableLookup.InStore("rows"), (a, b) -> a + "+" + b));

        assertThat(record(resolve, "k", response("v", "row"), 9)).containsExactly("k=v+row@9");
        assertThat(record(resolve, "k", response("v", null), 10)).containsExactly("k=null@10");
        assertThat(record(resolve, "k", response("old", "row"), 11)).isEmpty();
        assertThat(record(resolve, "k", response(null, null), 12)).isEmpty();
        assertThat(record(resolve, "gone", response("v", "row"), 13)).isEmpty();
        assertThat(record(resolve, "gone", response(null, null), 14)).containsExactly("gone=null@14");
    }

    @Test
    void aLeftJoinHasAResultWithoutAForeignRow() {
        task.store("rows").fill("k", "v", 3);
        Operator resolve =
                open(new ResolveResponse(join(true), new TableLookup.InStore("rows"), (a, b) -> a + "+" + b));

        assertThat(record(resolve, "k", response("v", null), 10)).containsExactly("k=v+null@10");
        assertThat(record(resolve, "gone", response(null, null), 14)).containsExactly("gone=null@14");
    }

    // ---- parts ----

    private static ForeignKeyJoin join(boolean left) {
        return new ForeignKeyJoin("asked", "answered", "subscriptions", null, null, null, null, left);
    }

    private static byte[] subscription(Instruction instruction, String value) {
        return SubscriptionFormat.write(instruction, ValueHash.of(value.getBytes(UTF_8)), "k".getBytes(UTF_8), 0);
    }

    private static byte[] response(@Nullable String asking, @Nullable String foreign) {
        byte[] hash = asking == null ? null : ValueHash.of(asking.getBytes(UTF_8));
        byte[] subscription = SubscriptionFormat.write(Instruction.BEGIN, hash, "k".getBytes(UTF_8), 0);
        return ResponseFormat.write(subscription, foreign == null ? null : foreign.getBytes(UTF_8));
    }

    private Operator open(OperatorDefinition definition) {
        Operator operator =
                OperatorFactory.create(new ProcessorDefinition("node", List.of("parent"), definition, List.of()), task);
        operator.connect(List.of(new Reader(task)));
        operator.open();
        return operator;
    }

    private List<String> update(Operator operator, @Nullable String newValue, @Nullable String oldValue) {
        task.feedUpdate(operator, "k", newValue, oldValue, 5);
        return drained();
    }

    private List<String> record(Operator operator, @Nullable Object key, byte[] value, long timestamp) {
        task.feed(operator, key, value, timestamp);
        return drained();
    }

    private List<String> drained() {
        List<String> lines = List.copyOf(sent);
        sent.clear();
        return lines;
    }

    /** A child that says what it is sent: a subscription under a foreign key, a response under a subscription, or a row. */
    private final class Reader extends Operator {
        private static final List<String> VALUES = List.of("A1", "A2", "B1", "", "v");

        Reader(FakeTask task) {
            super("reader", task);
        }

        @Override
        protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
            if (key instanceof byte[] subscription && value instanceof byte[] response) {
                byte[] foreign = ResponseFormat.foreignValue(response);
                sent.add(new String(SubscriptionFormat.primaryKey(subscription), UTF_8) + " gets "
                        + (foreign == null ? "null" : new String(foreign, UTF_8)) + "@" + timestamp);
            } else if (value instanceof byte[] subscription) {
                sent.add(key + ": " + SubscriptionFormat.instruction(subscription) + " "
                        + new String(SubscriptionFormat.primaryKey(subscription), UTF_8) + asking(subscription));
            } else {
                sent.add(key + "=" + value + "@" + timestamp);
            }
        }

        private String asking(byte[] subscription) {
            byte[] probe = ResponseFormat.write(subscription, null);
            return VALUES.stream()
                    .filter(value -> ResponseFormat.answers(probe, ValueHash.of(value.getBytes(UTF_8))))
                    .map(value -> " for " + value)
                    .findFirst()
                    .orElse("");
        }
    }
}
