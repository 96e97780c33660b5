package dev.millrace.topology.plan;

import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.TopologyDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A topology, ready to run: what every other layer reads instead of the graph.
 *
 * @param applicationId the prefix of all internal topics
 * @param definition the graph it was made from
 * @param subtopologies in the order of their ids
 * @param globalStores every global store, in the order they were added
 * @param internalTopics by full name
 * @param copartitionGroups sets of full topic names that must have the same number of partitions
 */
public record Plan(
        String applicationId,
        TopologyDefinition definition,
        List<Subtopology> subtopologies,
        List<GlobalStoreDefinition> globalStores,
        Map<String, OwnedTopic> internalTopics,
        List<Set<String>> copartitionGroups) {

    public Plan {
        subtopologies = List.copyOf(subtopologies);
        globalStores = List.copyOf(globalStores);
        // Not Map.copyOf: its order differs from process to process, and instances must agree.
        internalTopics = Collections.unmodifiableMap(new LinkedHashMap<>(internalTopics));
        copartitionGroups = List.copyOf(copartitionGroups);
    }

    /** What the names of the topics that the application owns begin with. */
    public String topicPrefix() {
        return topicPrefix(applicationId, definition);
    }

    static String topicPrefix(String applicationId, TopologyDefinition definition) {
        return definition.name() == null ? applicationId + "-" : applicationId + "-" + definition.name() + "-";
    }
}
