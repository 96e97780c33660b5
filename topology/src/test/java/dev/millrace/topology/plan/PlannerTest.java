package dev.millrace.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.topology.FakeStore;
import dev.millrace.topology.IdleProcessor;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.RepartitionTopic;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final ProcessorSupplier<Object, Object, Void, Void> NOTHING = IdleProcessor::new;

    private final RecordedTopology topology = new RecordedTopology();

    @Test
    void sourcesThatNothingConnectsAreSubtopologiesOfTheirOwn() {
        source("one");
        source("two");
        assertThat(plan().subtopologies()).extracting(Subtopology::id).containsExactly(0, 1);
        assertThat(plan().subtopologies().get(1).sourceTopics()).containsExactly("topic-two");
    }

    @Test
    void aSharedStoreConnectsSubtopologies() {
        source("one");
        source("alone");
        source("two");
        processor("left", "one");
        processor("right", "two");
        topology.addStateStore(new FakeStore("store"), List.of("left", "right"));
        assertThat(plan().subtopologies()).hasSize(2);
        assertThat(plan().subtopologies().get(0).nodes())
                .extracting(NodeDefinition::name)
                .containsExactly("one", "two", "left", "right");
    }

    @Test
    void aGlobalStoreTakesANumberButIsNoSubtopology() {
        topology.addGlobalStore(
                new FakeStore("store").withLoggingDisabled(), "read", null, null, null, "global", "fill", NOTHING);
        source("one");
        processor("user", "one");
        assertThat(plan().subtopologies()).extracting(Subtopology::id).containsExactly(1);
        assertThat(plan().subtopologies().get(0).globalStores()).containsExactly("store");
        assertThat(plan().globalStores()).hasSize(1);
        assertThat(plan().internalTopics()).isEmpty();
    }

    @Test
    void internalTopicsAreNamedAfterTheApplicationAndEndUsersAreNot() {
        source("one");
        topology.add(new RepartitionTopic("name-repartition", 7));
        topology.addSink("sink", "name-repartition", null, null, null, List.of("one"));
        topology.addSource(null, "again", null, null, null, List.of("name-repartition"));
        OwnedTopic topic = plan().internalTopics().get("app-name-repartition");
        assertThat(plan().internalTopics()).hasSize(1);
        assertThat(topic.kind()).isEqualTo(OwnedTopic.Kind.REPARTITION);
        assertThat(topic.partitions()).isEqualTo(7);
        assertThat(topic.subtopology()).isEqualTo(1);
        assertThat(topic.config()).containsEntry("cleanup.policy", "delete").containsEntry("retention.ms", "-1");
        assertThat(plan().subtopologies().get(0).sinkTopics()).containsExactly("app-name-repartition");
        assertThat(plan().subtopologies().get(1).repartitionSourceTopics()).containsExactly("app-name-repartition");
    }

    @Test
    void aLoggedStoreHasACompactedChangelog() {
        withStore(new FakeStore("store"));
        OwnedTopic topic = plan().internalTopics().get("app-store-changelog");
        assertThat(topic.kind()).isEqualTo(OwnedTopic.Kind.CHANGELOG);
        assertThat(topic.config()).containsEntry("cleanup.policy", "compact").doesNotContainKey("retention.ms");
    }

    @Test
    void theChangelogOfWindowsIsAlsoDeletedAfterTheRetentionAndTheAdditionalTime() {
        withStore(new FakeStore.Expiring("store", 5_000));
        assertThat(plan().internalTopics().get("app-store-changelog").config())
                .containsEntry("cleanup.policy", "compact,delete")
                .containsEntry("retention.ms", "5100");
    }

    @Test
    void aRetentionForEverDoesNotOverflow() {
        withStore(new FakeStore.Expiring("store", Long.MAX_VALUE));
        assertThat(plan().internalTopics().get("app-store-changelog").config())
                .containsEntry("retention.ms", Long.toString(Long.MAX_VALUE));
    }

    @Test
    void theUsersTopicSettingsOverrideOurs() {
        withStore(new FakeStore("store").withLoggingEnabled(Map.of("cleanup.policy", "delete", "segment.ms", "10")));
        assertThat(plan().internalTopics().get("app-store-changelog").config())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("segment.ms", "10");
    }

    @Test
    void aStoreWithoutLoggingHasNoChangelog() {
        withStore(new FakeStore("store").withLoggingDisabled());
        assertThat(plan().internalTopics()).isEmpty();
    }

    @Test
    void aReadOnlyStoreHasItsSourceTopicForAChangelog() {
        topology.addReadOnlyStateStore(new FakeStore("store"), "read", null, null, null, "topic", "fill", NOTHING);
        assertThat(plan().internalTopics()).isEmpty();
        assertThat(plan().subtopologies().get(0).stores().get(0).sourceTopic()).isEqualTo("topic");
    }

    @Test
    void aStoreThatNobodyUsesIsInNoSubtopology() {
        source("one");
        topology.addStateStore(new FakeStore("store"), List.of());
        assertThat(plan().subtopologies().get(0).stores()).isEmpty();
        assertThat(plan().internalTopics()).isEmpty();
    }

    @Test
    void copartitionGroupsNameTopicsInsteadOfNodes() {
        source("one");
        source("two");
        topology.copartition(Set.of("one", "two"));
        assertThat(plan().copartitionGroups()).containsExactly(Set.of("topic-one", "topic-two"));
    }

    private void withStore(FakeStore store) {
        source("one");
        processor("user", "one");
        topology.addStateStore(store, List.of("user"));
    }

    private void source(String name) {
        topology.addSource(null, name, null, null, null, List.of("topic-" + name));
    }

    private void processor(String name, String parent) {
        topology.addProcessor(name, NOTHING, List.of(parent));
    }

    private Plan plan() {
        return Planner.plan(topology.definition(), "app", 100);
    }
}
