package dev.millrace.topology.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.errors.TopologyException;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.Joined;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.processor.FailOnInvalidTimestamp;
import dev.millrace.streams.processor.api.Processor;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import dev.millrace.streams.state.WindowStore;
import dev.millrace.topology.FakeStore;
import dev.millrace.topology.IdleProcessor;
import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.OperatorDefinition.Filter;
import dev.millrace.topology.definition.SinkDefinition.Content;
import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.definition.StoreDefaults;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class DslProgramTest {
    private static final ProcessorSupplier<Object, Object, Object, Object> IDLE = IdleProcessor::new;

    private final Lowering lowering = new Lowering();

    @Test
    void aTopicReadTwiceHasOneSource() {
        lowering.stream("in").to("one");
        lowering.stream("in").to("two");
        assertThat(lowering.definition().allNodes().stream().filter(SourceDefinition.class::isInstance))
                .hasSize(1);
        assertThat(lowering.sink("one").parents())
                .isEqualTo(lowering.sink("two").parents());
    }

    @Test
    void overlappingTopicsAreRefused() {
        lowering.program().stream(List.of("a", "b"), Consumed.with(null, null));
        assertThatThrownBy(() -> lowering.program().stream(List.of("b", "c"), Consumed.with(null, null)))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("[a, b] and [b, c]");
    }

    @Test
    void aTopicReadTwiceMustBeReadFromTheSamePlace() {
        lowering.stream("in");
        assertThatThrownBy(() -> lowering.program().stream(List.of("in"), Consumed.with(AutoOffsetReset.earliest())))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("[in]");
    }

    @Test
    void aTopicIsNeitherTwoTablesNorAStreamAndATable() {
        lowering.table("topic");
        lowering.table("topic");
        assertThatThrownBy(lowering::definition)
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("Topic topic");
    }

    @Test
    void aProgramMayGrowAfterItWasBuilt() {
        KStream<String, String> in = lowering.stream("in");
        int before = lowering.definition().nodes().size();
        in.to("out");
        assertThat(lowering.definition().nodes()).hasSize(before + 1);
    }

    @Test
    void aStoreMustBeAddedBeforeItIsUsed() {
        lowering.stream("in").process(IDLE, "store");
        assertThatThrownBy(lowering::definition)
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("StateStore store");
    }

    @Test
    void twoStoresOfOneNameAreRefused() {
        lowering.stream("a").groupByKey().count(Materialized.as("counts"));
        lowering.program().addStateStore(new FakeStore("counts"));
        assertThatThrownBy(lowering::definition)
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("counts");
    }

    @Test
    void aProcessorSupplierMustMakeNewProcessors() {
        Processor<Object, Object, Object, Object> single = new IdleProcessor<>();
        ProcessorSupplier<Object, Object, Object, Object> same = () -> single;
        assertThatThrownBy(() -> lowering.stream("in").process(same)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void argumentsMustNotBeNull() {
        KStream<String, String> in = lowering.stream("in");
        assertThatThrownBy(() -> in.filter(null)).hasMessage("predicate cannot be null");
        assertThatThrownBy(() -> in.filter((key, value) -> true, (Named) null)).hasMessage("named cannot be null");
        assertThatThrownBy(() -> in.to((String) null)).hasMessage("topic cannot be null");
        assertThatThrownBy(() -> in.merge(null)).hasMessage("otherStream cannot be null");
        assertThatThrownBy(() -> in.process(IDLE, (String) null)).hasMessage("state store name cannot be null");
    }

    @Test
    void windowsMustBeKeptUntilTheyAreClosed() {
        TimeWindows windows = TimeWindows.ofSizeAndGrace(Duration.ofMinutes(5), Duration.ofMinutes(1));
        Materialized<String, Long, WindowStore<Bytes, byte[]>> tooShort = Materialized.as("store");
        tooShort.withRetention(Duration.ofMinutes(5));
        assertThatThrownBy(() ->
                        lowering.stream("in").groupByKey().windowedBy(windows).count(tooShort))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("store store");
    }

    @Test
    void recordsWithoutAKeyAreDroppedBeforeTheirTopicUnlessALeftJoinWantsThem() {
        KStream<String, String> mapped = lowering.stream("in").map(KeyValue::pair);
        mapped.groupByKey(Grouped.as("group")).count();
        mapped.leftJoin(lowering.table("table"), (left, right) -> left, Joined.as("join"));
        List<Filter> filters = lowering.operators(Filter.class);
        assertThat(filters).hasSize(2);
        assertThat(filters.get(0).predicate().test(null, "value")).isFalse();
        assertThat(filters.get(0).predicate().test("key", null)).isTrue();
        assertThat(filters.get(1).predicate().test(null, "value")).isTrue();
    }

    @Test
    void aRepartitionTopicIsReadFromItsStartAndKeepsItsTimestamps() {
        lowering.stream("in")
                .repartition(Repartitioned.<String, String>as("again").withNumberOfPartitions(7));
        SourceDefinition source = lowering.source("again-repartition");
        assertThat(source.offsetReset()).isEqualTo(AutoOffsetReset.earliest());
        assertThat(source.timestampExtractor()).isInstanceOf(FailOnInvalidTimestamp.class);
        assertThat(lowering.definition()
                        .repartitionTopics()
                        .get("again-repartition")
                        .partitions())
                .isEqualTo(7);
    }

    @Test
    void aTableIsRegroupedAsUpdates() {
        lowering.table("table").groupBy(KeyValue::pair, Grouped.as("group")).count();
        assertThat(lowering.sink("group-repartition").content()).isEqualTo(Content.TABLE_UPDATES);
        assertThat(lowering.source("group-repartition").content()).isEqualTo(Content.TABLE_UPDATES);
    }

    @Test
    void joinedTopicsMustBeCopartitioned() {
        lowering.stream("in").join(lowering.table("table"), (left, right) -> left);
        assertThat(lowering.definition().copartitionGroups())
                .containsExactly(Set.of(
                        lowering.source("in").name(), lowering.source("table").name()));
    }

    @Test
    void aGlobalTableIsReadWithoutAChangelog() {
        lowering.program().globalTable("global", Consumed.with(null, null), Materialized.as("store"));
        StoreDefaults defaults = new StoreDefaults(BuiltInDslStoreSuppliers.IN_MEMORY, DslStoreFormat.TIMESTAMPED);
        GlobalStoreDefinition global =
                lowering.definition().completedBy(defaults).globalStores().get("store");
        assertThat(global.builder().loggingEnabled()).isFalse();
        assertThat(global.topic()).isEqualTo("global");
    }
}
