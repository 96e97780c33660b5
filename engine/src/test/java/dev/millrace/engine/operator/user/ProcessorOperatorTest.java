package dev.millrace.engine.operator.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.operator.Collector;
import dev.millrace.engine.operator.FakeTask;
import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.factory.OperatorFactory;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.processor.api.FixedKeyProcessor;
import dev.millrace.streams.processor.api.FixedKeyProcessorContext;
import dev.millrace.streams.processor.api.FixedKeyRecord;
import dev.millrace.streams.processor.api.Processor;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.processor.api.RecordMetadata;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.UserFixedKeyProcessor;
import dev.millrace.topology.definition.OperatorDefinition.UserProcessor;
import dev.millrace.topology.definition.ProcessorDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProcessorOperatorTest {
    private final FakeTask task = new FakeTask();
    private final Collector left = new Collector("left", task);
    private final Collector right = new Collector("right", task);
    private final List<String> life = new ArrayList<>();

    /** A processor whose behaviour a test writes as a lambda. */
    private final class Scripted implements Processor<Object, Object, Object, Object> {
        private final BiConsumer<ProcessorContext<Object, Object>, Record<Object, Object>> script;
        private @Nullable ProcessorContext<Object, Object> context;

        Scripted(BiConsumer<ProcessorContext<Object, Object>, Record<Object, Object>> script) {
            this.script = script;
        }

        @Override
        public void init(ProcessorContext<Object, Object> context) {
            this.context = context;
            life.add("init");
        }

        @Override
        public void process(Record<Object, Object> record) {
            life.add("process " + record.key());
            script.accept(context, record);
        }

        @Override
        public void close() {
            life.add("close");
        }
    }

    private Operator running(
            BiConsumer<ProcessorContext<Object, Object>, Record<Object, Object>> script, String... stores) {
        return running(new UserProcessor(() -> new Scripted(script)), stores);
    }

    private Operator running(OperatorDefinition definition, String... stores) {
        Operator operator =
                OperatorFactory.create(new ProcessorDefinition("p", List.of("in"), definition, List.of(stores)), task);
        operator.connect(List.of(left, right));
        operator.open();
        return operator;
    }

    private record NamedStore(String name) implements StateStore {
        @Override
        public void init(StateStoreContext context, StateStore root) {}

        @Override
        public void close() {}

        @Override
        public boolean persistent() {
            return false;
        }

        @Override
        public boolean isOpen() {
            return true;
        }
    }

    // ---- life ----

    @Test
    void aProcessorIsInitializedGivenRecordsAndClosed() {
        Operator operator = running((context, record) -> {});
        task.feed(operator, "a", "v", 1);
        operator.close();
        operator.close();

        assertThat(life).containsExactly("init", "process a", "close");
    }

    @Test
    void aProcessorThatWasNeverInitializedIsNotClosed() {
        Operator operator = OperatorFactory.create(
                new ProcessorDefinition(
                        "p", List.of("in"), new UserProcessor(() -> new Scripted((context, record) -> {})), List.of()),
                task);
        operator.close();

        assertThat(life).isEmpty();
    }

    @Test
    void aSupplierThatGivesNullIsRefusedByName() {
        assertThatThrownBy(() -> running(new UserProcessor(() -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("processor p");
    }

    // ---- forwarding ----

    @Test
    void forwardReachesAllChildrenOrTheNamedOne() {
        Operator operator = running((context, record) -> {
            context.forward(record);
            context.forward(record.withValue("named"), "right");
            context.forward(record.withValue("all"), null);
        });
        task.feed(operator, "k", "v", 5);

        assertThat(left.taken).containsExactly("k=v@5", "k=all@5");
        assertThat(right.taken).containsExactly("k=v@5", "k=named@5", "k=all@5");
    }

    @Test
    void forwardToAnUnknownChildFailsAndNamesIt() {
        Operator operator = running((context, record) -> context.forward(record, "nope"));

        assertThatThrownBy(() -> task.feed(operator, "k", "v", 5))
                .cause()
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("forwarded to nope");
    }

    @Test
    void aRecordCarriesTimestampAndACopyOfTheHeadersThatCame() {
        Headers headers = new RecordHeaders();
        headers.add("came", new byte[0]);
        List<Record<Object, Object>> seen = new ArrayList<>();
        Operator operator = running((context, record) -> {
            seen.add(record);
            record.headers().add("h", new byte[0]);
            context.forward(record);
        });
        task.feed(operator, "k", "v", 5, headers);

        assertThat(seen.get(0).timestamp()).isEqualTo(5);
        assertThat(left.headers.get(0)).extracting(Header::key).containsExactly("came", "h");
        assertThat(headers).extracting(Header::key).containsExactly("came");
    }

    @Test
    void aNegativeTimestampIsRefused() {
        Operator operator = running((context, record) -> context.forward(record.withTimestamp(-1)));

        assertThatThrownBy(() -> task.feed(operator, "k", "v", 5))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void downstreamOfAChangedTimestampTheContextHasThatTimestampAndAfterwardsNot() {
        List<Long> seen = new ArrayList<>();
        Operator inner = OperatorFactory.create(
                new ProcessorDefinition(
                        "inner",
                        List.of("p"),
                        new UserProcessor(() -> new Scripted((context, record) -> seen.add(task.timestamp()))),
                        List.of()),
                task);
        inner.connect(List.of());
        inner.open();
        Operator outer = OperatorFactory.create(
                new ProcessorDefinition(
                        "outer",
                        List.of("in"),
                        new UserProcessor(() -> new Scripted((context, record) -> {
                            context.forward(record.withTimestamp(99));
                            seen.add(task.timestamp());
                        })),
                        List.of()),
                task);
        outer.connect(List.of(inner));
        outer.open();

        task.feed(outer, "k", "v", 5);

        assertThat(seen).containsExactly(99L, 5L);
    }

    @Test
    void aTimestampGivenByAnOperatorAboveIsTheContextsToo() {
        List<Long> seen = new ArrayList<>();
        Operator operator = running((context, record) -> seen.add(task.timestamp()));
        task.feed(operator, "k", "v", 5);
        operator.accept("k", "v", 77, new RecordHeaders());

        assertThat(seen).containsExactly(5L, 77L);
        assertThat(task.timestamp()).isEqualTo(5);
    }

    @Test
    void whileNothingIsChangedTheContextStaysWithTheSourceRecordSoThatItsKeyBytesServeAgain() {
        task.sourceKeyBytes = new byte[] {7};
        List<Object> seen = new ArrayList<>();
        Operator operator = running((context, record) -> context.forward(record));
        Operator below = new Operator("below", task) {
            @Override
            protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
                seen.add(context().sourceKeyBytes("k"));
            }
        };
        operator.connect(List.of(below));
        operator.open();
        task.feed(operator, "k", "v", 5, new RecordHeaders().add("h", new byte[] {1}));

        assertThat(seen).containsExactly((Object) task.sourceKeyBytes);
    }

    // ---- the task ----

    @Test
    void metadataIsASnapshotOfWhereTheRecordCameFrom() {
        List<RecordMetadata> seen = new ArrayList<>();
        Operator operator =
                running((context, record) -> seen.add(context.recordMetadata().orElseThrow()));
        task.feed(operator, "k", "v", 5);
        task.feed(operator, "k", "v", 6);

        assertThat(seen).extracting(RecordMetadata::offset).containsExactly(0L, 1L);
        assertThat(seen.get(0).topic()).isEqualTo("in");
        assertThat(seen.get(0).partition()).isZero();
    }

    @Test
    void onlyConnectedAndGlobalStoresAreAccessible() {
        StateStore mine = new NamedStore("mine");
        StateStore global = new NamedStore("global");
        task.userStores.put("mine", mine);
        task.userStores.put("others", new NamedStore("others"));
        task.userGlobals.put("global", global);
        List<StateStore> seen = new ArrayList<>();
        Operator operator =
                running((context, record) -> seen.add(context.getStateStore((String) record.key())), "mine");

        task.feed(operator, "mine", "v", 1);
        task.feed(operator, "global", "v", 1);

        assertThat(seen).containsExactly(mine, global);
        for (String inaccessible : new String[] {"others", "unknown", null}) {
            assertThatThrownBy(() -> task.feed(operator, inaccessible, "v", 1))
                    .cause()
                    .isInstanceOf(StreamsException.class)
                    .hasMessageContaining("Processor p asks for store " + inaccessible)
                    .hasMessageContaining("connectProcessorAndStateStores")
                    .hasMessageContaining("[mine]");
        }
    }

    @Test
    void timesConfigsAndCommitComeFromTheTask() {
        task.configs.put("my.a", 1);
        task.configs.put("other", 2);
        List<Object> seen = new ArrayList<>();
        Operator operator = running((context, record) -> {
            seen.add(context.currentStreamTimeMs());
            seen.add(context.currentSystemTimeMs());
            seen.add(context.appConfigs().get("other"));
            seen.add(context.appConfigsWithPrefix("my."));
            seen.add(context.taskId().toString());
            context.commit();
        });
        task.feed(operator, "k", "v", 5);

        assertThat(seen).hasToString("[5, 1234, 2, {a=1}, 0_1]");
        assertThat(task.commitRequested).isTrue();
    }

    @Test
    void schedulesAreCheckedAndPassedOn() {
        Operator operator = running((context, record) -> {
            context.schedule(Duration.ofSeconds(1), PunctuationType.STREAM_TIME, timestamp -> {});
            context.schedule(
                    Instant.ofEpochMilli(5), Duration.ofSeconds(2), PunctuationType.WALL_CLOCK_TIME, timestamp -> {});
        });
        task.feed(operator, "k", "v", 5);

        assertThat(task.schedules)
                .containsExactly(
                        "p STREAM_TIME every PT1S from null",
                        "p WALL_CLOCK_TIME every PT2S from 1970-01-01T00:00:00.005Z");
        assertRefused(
                context -> context.schedule(Duration.ZERO, PunctuationType.STREAM_TIME, timestamp -> {}),
                "at least 1 ms");
        assertRefused(context -> context.schedule(null, PunctuationType.STREAM_TIME, timestamp -> {}), "interval");
        assertRefused(
                context -> context.schedule(
                        Duration.ofSeconds(Long.MAX_VALUE), PunctuationType.STREAM_TIME, timestamp -> {}),
                "counted in milliseconds");
        assertRefused(context -> context.schedule(Duration.ofSeconds(1), null, timestamp -> {}), "punctuation type");
        assertRefused(
                context -> context.schedule(Duration.ofSeconds(1), PunctuationType.STREAM_TIME, null), "punctuator");
        assertRefused(
                context -> context.schedule(
                        Instant.ofEpochMilli(-1), Duration.ofSeconds(1), PunctuationType.STREAM_TIME, timestamp -> {}),
                "cannot start at 1969-12-31T23:59:59.999Z");
    }

    private void assertRefused(Consumer<ProcessorContext<Object, Object>> use, String message) {
        Operator operator = running((context, record) -> use.accept(context));
        assertThatThrownBy(() -> task.feed(operator, "k", "v", 5)).cause().hasMessageContaining(message);
    }

    // ---- fixed keys ----

    @Test
    void aFixedKeyProcessorForwardsUnderTheKeyThatCame() {
        FixedKeyProcessor<Object, Object, Object> processor = new FixedKeyProcessor<>() {
            private @Nullable FixedKeyProcessorContext<Object, Object> context;

            @Override
            public void init(FixedKeyProcessorContext<Object, Object> context) {
                this.context = context;
            }

            @Override
            public void process(FixedKeyRecord<Object, Object> record) {
                context.forward(record.withValue(record.value() + "!"));
                context.forward(record.withTimestamp(9), "right");
            }
        };
        Operator operator = running(new UserFixedKeyProcessor(() -> processor));
        task.feed(operator, "k", "v", 5);

        assertThat(left.taken).containsExactly("k=v!@5");
        assertThat(right.taken).containsExactly("k=v!@5", "k=v@9");
    }

    @Test
    void theProcessorOfAGlobalStoreHasAllGlobalStoresAndNoSchedulesFromTheStart() {
        task.global = true;
        StateStore store = new NamedStore("other");
        task.userStores.put("other", store);
        List<Object> found = new ArrayList<>();
        running(new UserProcessor(() -> new Processor<Object, Object, Object, Object>() {
            @Override
            public void init(ProcessorContext<Object, Object> context) {
                found.add(context.getStateStore("other"));
                found.add(context.recordMetadata().isPresent());
                StateStore unknown = context.getStateStore("unknown");
                assertThat(unknown).isNull();
                assertThatThrownBy(() ->
                                context.schedule(Duration.ofSeconds(1), PunctuationType.WALL_CLOCK_TIME, time -> {}))
                        .isInstanceOf(UnsupportedOperationException.class);
                assertThatThrownBy(context::currentStreamTimeMs).isInstanceOf(UnsupportedOperationException.class);
            }

            @Override
            public void process(Record<Object, Object> record) {}
        }));

        assertThat(found).containsExactly(store, false);
        assertThat(task.schedules).isEmpty();
    }
}
