package dev.millrace.topology.plan;

import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.StoreDefinition;
import dev.millrace.topology.definition.TopologyDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The division of a graph into the groups of nodes that must run together: a union-find over edges and shared stores.
 *
 * <p>Topics do not connect: a sink and a source of the same topic are two subtopologies with Kafka between them.
 */
public final class NodeGroups {
    private final TopologyDefinition definition;
    /** From a node to a node of the same group, ending at the group's representative, which maps to itself. */
    private final Map<String, String> representatives = new HashMap<>();

    private NodeGroups(TopologyDefinition definition) {
        this.definition = definition;
    }

    /** The groups in the order of their ids. */
    public static List<NodeGroup> of(TopologyDefinition definition) {
        NodeGroups groups = new NodeGroups(definition);
        groups.unite();
        return groups.collect();
    }

    private void unite() {
        definition.allNodes().forEach(node -> representatives.put(node.name(), node.name()));
        for (NodeDefinition node : definition.allNodes()) {
            node.parents().forEach(parent -> unite(node.name(), parent));
        }
        for (StoreDefinition store : definition.stores().values()) {
            store.users().forEach(user -> unite(store.users().get(0), user));
        }
    }

    private void unite(String one, String other) {
        representatives.put(representative(one), representative(other));
    }

    private String representative(String node) {
        String next = representatives.getOrDefault(node, node);
        if (next.equals(node)) {
            return node;
        }
        String end = representative(next);
        representatives.put(node, end);
        return end;
    }

    private List<NodeGroup> collect() {
        Map<String, List<NodeDefinition>> members = new LinkedHashMap<>();
        for (NodeDefinition node : definition.allNodes()) {
            members.computeIfAbsent(representative(node.name()), first -> new ArrayList<>())
                    .add(node);
        }
        Map<String, GlobalStoreDefinition> globalSources = new HashMap<>();
        definition
                .globalStores()
                .values()
                .forEach(store -> globalSources.put(store.source().name(), store));
        List<NodeGroup> groups = new ArrayList<>();
        for (List<NodeDefinition> nodes : members.values()) {
            groups.add(new NodeGroup(
                    groups.size(), nodes, globalSources.get(nodes.get(0).name())));
        }
        return groups;
    }
}
