package dev.millrace.topology.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class OptimizationTest {
    private final Lowering lowering = new Lowering();
    private final RecordedTopology recorded = new RecordedTopology();

    @Test
    void aSourceTopicStandsInForAChangelogIfAskedFor() {
        lowering.table("plain").toStream();
        lowering.table("stored").filter((key, value) -> true, Materialized.as("filtered"));
        lowering.stream("in").join(lowering.table("joined"), (left, right) -> left);
        build("reuse.ktable.source.topics");
        assertThat(recorded.definition().stores()).containsOnlyKeys("filtered", "joined-STATE-STORE-0000000009");
        assertThat(sourceTopic("joined-STATE-STORE-0000000009")).isEqualTo("joined");
        assertThat(sourceTopic("filtered")).isNull();
    }

    @Test
    void aTableHasAChangelogOfItsOwnOtherwise() {
        lowering.stream("in").join(lowering.table("joined"), (left, right) -> left);
        build(StreamsConfig.NO_OPTIMIZATION);
        assertThat(sourceTopic("joined-STATE-STORE-0000000001")).isNull();
    }

    @Test
    void allIsFineWhereThereIsNothingToMerge() {
        lowering.stream("in").selectKey((key, value) -> value).groupByKey().count();
        build(StreamsConfig.OPTIMIZE);
        assertThat(recorded.definition().repartitionTopics()).hasSize(1);
    }

    @Test
    void repartitionTopicsBehindOneNewKeyAreMerged() {
        KStream<String, String> rekeyed = lowering.stream("in").selectKey((key, value) -> value);
        rekeyed.groupByKey().count();
        rekeyed.filter((key, value) -> true).groupByKey().count();
        build(StreamsConfig.OPTIMIZE);
        assertThat(recorded.definition().repartitionTopics())
                .containsOnlyKeys("KSTREAM-AGGREGATE-STATE-STORE-0000000002-repartition");
    }

    @Test
    void repartitionTopicsOfNewValuesAreNotMerged() {
        KStream<String, String> rekeyed = lowering.stream("in").selectKey((key, value) -> value);
        rekeyed.groupByKey().count();
        rekeyed.mapValues(value -> value).groupByKey().count();
        build(StreamsConfig.MERGE_REPARTITION_TOPICS);
        assertThat(recorded.definition().repartitionTopics()).hasSize(2);
    }

    @Test
    void topicsBehindBranchesOfOneNewKeyAreMerged() {
        Map<String, KStream<String, String>> branches = lowering.stream("in")
                .selectKey((key, value) -> value)
                .split(Named.as("b"))
                .branch((key, value) -> true)
                .defaultBranch();
        branches.values().forEach(branch -> branch.groupByKey().count());
        build(StreamsConfig.MERGE_REPARTITION_TOPICS);
        assertThat(recorded.definition().repartitionTopics()).hasSize(1);
    }

    @Test
    void topicsBehindOneFilterAreMerged() {
        KStream<String, String> filtered =
                lowering.stream("in").selectKey((key, value) -> value).filter((key, value) -> true);
        filtered.groupByKey().count();
        filtered.peek((key, value) -> {}).groupByKey().count();
        build(StreamsConfig.MERGE_REPARTITION_TOPICS);
        assertThat(recorded.definition().repartitionTopics()).hasSize(1);
        assertThat(recorded.definition()
                        .nodes()
                        .get("KSTREAM-FILTER-0000000002")
                        .parents())
                .containsExactly("KSTREAM-AGGREGATE-STATE-STORE-0000000003-repartition-source");
    }

    @Test
    void anUnknownOptimizationIsRefused() {
        assertThatThrownBy(() -> build("magic")).isInstanceOf(ConfigException.class);
    }

    private void build(String optimization) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, optimization);
        lowering.program().build(new Topology(), recorded, properties);
    }

    private String sourceTopic(String store) {
        return recorded.definition().stores().get(store).sourceTopic();
    }
}
