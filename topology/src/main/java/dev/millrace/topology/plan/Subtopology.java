package dev.millrace.topology.plan;

import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.definition.StoreDefinition;
import java.util.List;
import java.util.Set;

/**
 * The part of a topology that one task runs: nodes connected by edges or by shared stores.
 *
 * @param id the first number of the task ids; numbered as in {@code describe()}
 * @param nodes every node, parents before children where the graph allows it, otherwise in the order they were added
 * @param stores the stores its nodes use, in the order they were added
 * @param sourceTopics the full names (application id included for internal ones) of all topics it reads, patterns apart
 * @param repartitionSourceTopics those of {@code sourceTopics} that are repartition topics
 * @param sinkTopics the full names of all fixed topics that it writes
 * @param globalStores the names of the global stores that its nodes read
 */
public record Subtopology(
        int id,
        List<NodeDefinition> nodes,
        List<StoreDefinition> stores,
        Set<String> sourceTopics,
        Set<String> repartitionSourceTopics,
        Set<String> sinkTopics,
        Set<String> globalStores) {

    /** The source nodes, in the order they were added. */
    public List<SourceDefinition> sources() {
        return nodes.stream()
                .filter(SourceDefinition.class::isInstance)
                .map(SourceDefinition.class::cast)
                .toList();
    }
}
