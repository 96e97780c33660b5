package dev.millrace.topology.describe;

import static java.util.Objects.requireNonNull;

import dev.millrace.streams.TopologyDescription;
import dev.millrace.topology.plan.NodeGroup;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A group of nodes, described. */
record DescribedGroup(int id, Set<TopologyDescription.Node> nodes) implements TopologyDescription.Subtopology {

    /** Links the nodes in hash order of their names, which decides how neighbours are sorted: see {@link DescribedNode}. */
    static DescribedGroup of(NodeGroup group) {
        Map<String, DescribedNode> described = new HashMap<>();
        group.nodes().forEach(node -> described.put(node.name(), DescribedNode.of(node)));
        Map<String, List<String>> parents = new HashMap<>();
        group.nodes().forEach(node -> parents.put(node.name(), node.parents()));
        parents.forEach((child, names) -> names.forEach(
                parent -> requireNonNull(described.get(parent)).feed(requireNonNull(described.get(child)))));
        List<DescribedNode> sorted =
                described.values().stream().sorted(DescribedNode.LARGEST_FIRST).toList();
        return new DescribedGroup(group.id(), Collections.unmodifiableSet(new LinkedHashSet<>(sorted)));
    }

    /** These two nodes as what they are: the source and the processor of a global store. */
    TopologyDescription.GlobalStore asGlobalStore() {
        List<TopologyDescription.Node> both = List.copyOf(nodes);
        return new DescribedGlobalStore(id, (DescribedSource) both.get(0), (DescribedProcessor) both.get(1));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Sub-topology: ").append(id).append('\n');
        nodes.forEach(node -> text.append("    ").append(node).append('\n'));
        return text.append('\n').toString();
    }
}
