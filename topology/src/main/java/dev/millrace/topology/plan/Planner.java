package dev.millrace.topology.plan;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.SinkDefinition;
import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.definition.StoreDefaults;
import dev.millrace.topology.definition.StoreDefinition;
import dev.millrace.topology.definition.TopologyDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes the plan of a definition: divides it into subtopologies and names the topics that each of them reads, writes and
 * owns. A pure function; what depends on the cluster (partition counts) comes later, in {@link PartitionCounts}.
 */
public final class Planner {
    private final TopologyDefinition definition;
    private final OwnedTopics internalTopics;

    private Planner(TopologyDefinition definition, OwnedTopics internalTopics) {
        this.definition = definition;
        this.internalTopics = internalTopics;
    }

    /** Plans {@code definition} for the application that {@code config} describes. */
    public static Plan plan(TopologyDefinition definition, StreamsConfig config) {
        return plan(
                definition.completedBy(storeDefaults(config)),
                config.getString(StreamsConfig.APPLICATION_ID_CONFIG),
                config.getLong(StreamsConfig.WINDOW_STORE_CHANGE_LOG_ADDITIONAL_RETENTION_MS_CONFIG));
    }

    private static StoreDefaults storeDefaults(StreamsConfig config) {
        DslStoreSuppliers suppliers =
                config.getConfiguredInstance(StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG, DslStoreSuppliers.class);
        boolean headers = StreamsConfig.DSL_STORE_FORMAT_HEADERS.equalsIgnoreCase(
                config.getString(StreamsConfig.DSL_STORE_FORMAT_CONFIG));
        return new StoreDefaults(suppliers, headers ? DslStoreFormat.HEADERS : DslStoreFormat.TIMESTAMPED);
    }

    /**
     * Plans {@code definition}, in which every store is known.
     *
     * @param windowChangelogAdditionalRetentionMs how much longer than its store a changelog keeps windows
     */
    static Plan plan(TopologyDefinition definition, String applicationId, long windowChangelogAdditionalRetentionMs) {
        OwnedTopics internalTopics = new OwnedTopics(applicationId, definition, windowChangelogAdditionalRetentionMs);
        return new Planner(definition, internalTopics).plan(applicationId);
    }

    private Plan plan(String applicationId) {
        List<Subtopology> subtopologies = new ArrayList<>();
        Map<String, OwnedTopic> topics = new LinkedHashMap<>();
        for (NodeGroup group : NodeGroups.of(definition)) {
            if (group.globalStore() == null) {
                Subtopology subtopology = subtopology(group);
                subtopologies.add(subtopology);
                internalTopics.of(subtopology).forEach(topic -> topics.put(topic.name(), topic));
            }
        }
        return new Plan(
                applicationId,
                definition,
                subtopologies,
                List.copyOf(definition.globalStores().values()),
                topics,
                copartitionGroups());
    }

    private Subtopology subtopology(NodeGroup group) {
        Set<String> sources = new LinkedHashSet<>();
        Set<String> repartitionSources = new LinkedHashSet<>();
        Set<String> sinks = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (NodeDefinition node : group.nodes()) {
            names.add(node.name());
            if (node instanceof SourceDefinition source) {
                for (String topic : source.topics()) {
                    String fullName = internalTopics.fullName(topic);
                    sources.add(fullName);
                    if (internalTopics.isRepartition(topic)) {
                        repartitionSources.add(fullName);
                    }
                }
            } else if (node instanceof SinkDefinition sink && sink.topic() != null) {
                sinks.add(internalTopics.fullName(sink.topic()));
            }
        }
        List<StoreDefinition> stores = definition.stores().values().stream()
                .filter(store -> store.users().stream().anyMatch(names::contains))
                .toList();
        Set<String> globalStores =
                GlobalReads.of(group.nodes(), definition.globalStores().keySet());
        return new Subtopology(group.id(), group.nodes(), stores, sources, repartitionSources, sinks, globalStores);
    }

    private List<Set<String>> copartitionGroups() {
        List<Set<String>> groups = new ArrayList<>();
        for (Set<String> sources : definition.copartitionGroups()) {
            Set<String> topics = new LinkedHashSet<>();
            sources.stream()
                    .map(source -> (SourceDefinition)
                            Objects.requireNonNull(definition.nodes().get(source), source))
                    .forEach(source -> source.topics().forEach(topic -> topics.add(internalTopics.fullName(topic))));
            groups.add(topics);
        }
        return groups;
    }
}
