package dev.millrace.topology.plan;

import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.NodeDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that must run together because edges or shared stores connect them.
 *
 * @param id counts the groups in the order of their first nodes; global stores take a number too
 * @param nodes in the order they were added
 * @param globalStore the global store whose two nodes these are; null for a subtopology
 */
public record NodeGroup(
        int id, List<NodeDefinition> nodes, @Nullable GlobalStoreDefinition globalStore) {

    public NodeGroup {
        nodes = List.copyOf(nodes);
    }
}
