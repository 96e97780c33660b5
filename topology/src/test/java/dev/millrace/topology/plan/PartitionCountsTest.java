package dev.millrace.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.errors.MissingSourceTopicException;
import dev.millrace.streams.errors.TopologyException;
import dev.millrace.topology.FakeStore;
import dev.millrace.topology.IdleProcessor;
import dev.millrace.topology.definition.RepartitionTopic;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartitionCountsTest {
    private final RecordedTopology topology = new RecordedTopology();

    @Test
    void aChangelogHasAPartitionForEachTask() {
        source("a");
        source("b");
        topology.addProcessor("user", IdleProcessor::new, List.of("a", "b"));
        topology.addStateStore(new FakeStore("store"), List.of("user"));
        assertThat(counts(Map.of("a", 2, "b", 5))).containsEntry("app-store-changelog", 5);
    }

    @Test
    void aRepartitionTopicIsAsWideAsTheWidestSourceOfItsWriters() {
        source("a");
        source("b");
        repartition("r", null, "a", "b");
        assertThat(counts(Map.of("a", 2, "b", 5))).containsExactly(Map.entry("app-r", 5));
    }

    @Test
    void aChainOfRepartitionTopicsKeepsTheWidth() {
        source("a");
        repartition("r1", null, "a");
        repartition("r2", null, "r1");
        assertThat(counts(Map.of("a", 3))).containsEntry("app-r1", 3).containsEntry("app-r2", 3);
    }

    @Test
    void theUsersNumberWins() {
        source("a");
        repartition("r", 9, "a");
        assertThat(counts(Map.of("a", 3))).containsEntry("app-r", 9);
    }

    @Test
    void aRepartitionTopicThatExistsKeepsItsWidth() {
        source("a");
        repartition("r1", null, "a");
        repartition("r2", null, "r1");
        assertThat(counts(Map.of("a", 3, "app-r1", 5)))
                .containsEntry("app-r1", 5)
                .containsEntry("app-r2", 5);
    }

    @Test
    void aRepartitionTopicTakesTheWidthOfTheTopicItIsJoinedWith() {
        source("a");
        source("b");
        repartition("r", null, "a");
        copartition("r", "b");
        assertThat(counts(Map.of("a", 3, "b", 8))).containsEntry("app-r", 8);
    }

    @Test
    void aRepartitionTopicTakesTheUsersNumberOfTheTopicItIsJoinedWith() {
        source("a");
        repartition("r1", null, "a");
        repartition("r2", 6, "a");
        copartition("r1", "r2");
        assertThat(counts(Map.of("a", 3))).containsEntry("app-r1", 6);
    }

    @Test
    void joinedRepartitionTopicsAreAllAsWideAsTheWidest() {
        source("a");
        source("b");
        repartition("r1", null, "a");
        repartition("r2", null, "b");
        copartition("r1", "r2");
        assertThat(counts(Map.of("a", 3, "b", 8))).containsEntry("app-r1", 8).containsEntry("app-r2", 8);
    }

    @Test
    void joinedSourcesOfDifferentWidthAreRefusedByName() {
        source("a");
        source("b");
        copartition("a", "b");
        assertThatThrownBy(() -> counts(Map.of("a", 3, "b", 8)))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("a has 3, b has 8");
    }

    @Test
    void aNumberOfTheUsersThatContradictsAJoinIsRefused() {
        source("a");
        source("b");
        repartition("r", 4, "a");
        copartition("r", "b");
        assertThatThrownBy(() -> counts(Map.of("a", 3, "b", 8)))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("app-r has 4, b has 8");
    }

    @Test
    void aMissingSourceTopicIsNamed() {
        source("a");
        repartition("r", null, "a");
        assertThatThrownBy(() -> counts(Map.of()))
                .isInstanceOf(MissingSourceTopicException.class)
                .hasMessageContaining("Source topic a ");
    }

    @Test
    void aWidthThatDependsOnItselfIsRefused() {
        topology.add(new RepartitionTopic("r", null));
        source("r");
        topology.addSink("sink", "r", null, null, null, List.of("r"));
        assertThatThrownBy(() -> counts(Map.of()))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("depends on itself");
    }

    private void source(String topic) {
        topology.addSource(null, topic, null, null, null, List.of(topic));
    }

    private void repartition(String topic, Integer partitions, String... parents) {
        topology.add(new RepartitionTopic(topic, partitions));
        topology.addSink("to-" + topic, topic, null, null, null, List.of(parents));
        source(topic);
    }

    private void copartition(String... sources) {
        topology.copartition(new LinkedHashSet<>(List.of(sources)));
    }

    private Map<String, Integer> counts(Map<String, Integer> sources) {
        return PartitionCounts.of(Planner.plan(topology.definition(), "app", 0), sources);
    }
}
