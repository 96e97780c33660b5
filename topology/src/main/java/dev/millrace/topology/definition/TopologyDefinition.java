package dev.millrace.topology.definition;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a program asks for: nodes, stores, repartition topics and the groups of topics that must be co-partitioned.
 *
 * @param name the name of the topology, null if it has none
 * @param nodes by name, those of global stores included, in the order they were added: this order decides subtopology
 *     numbers and processing order
 * @param stores by name, in the order they were added
 * @param globalStores by store name, in the order they were added
 * @param repartitionTopics by name (without the application id)
 * @param copartitionGroups the source-topic groups that must have the same number of partitions, each a set of source
 *     <em>node</em> names
 */
public record TopologyDefinition(
        @Nullable String name,
        Map<String, NodeDefinition> nodes,
        Map<String, StoreDefinition> stores,
        Map<String, GlobalStoreDefinition> globalStores,
        Map<String, RepartitionTopic> repartitionTopics,
        List<Set<String>> copartitionGroups) {

    public TopologyDefinition {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        stores = Collections.unmodifiableMap(new LinkedHashMap<>(stores));
        globalStores = Collections.unmodifiableMap(new LinkedHashMap<>(globalStores));
        repartitionTopics = Collections.unmodifiableMap(new LinkedHashMap<>(repartitionTopics));
        copartitionGroups = List.copyOf(copartitionGroups);
    }

    /** The same with the stores whose kind was left to the configuration. */
    public TopologyDefinition completedBy(StoreDefaults configured) {
        Map<String, StoreDefinition> completed = new LinkedHashMap<>();
        stores.forEach((name, store) -> completed.put(name, store.completedBy(configured)));
        Map<String, GlobalStoreDefinition> completedGlobal = new LinkedHashMap<>();
        globalStores.forEach((name, store) -> completedGlobal.put(name, store.completedBy(configured)));
        return new TopologyDefinition(name, nodes, completed, completedGlobal, repartitionTopics, copartitionGroups);
    }

    /** The nodes that {@code name} feeds, in the order they were added. */
    public List<NodeDefinition> childrenOf(String name) {
        return nodes.values().stream()
                .filter(node -> node.parents().contains(name))
                .toList();
    }

    /** All nodes in the order they were added. */
    public Collection<NodeDefinition> allNodes() {
        return nodes.values();
    }
}
