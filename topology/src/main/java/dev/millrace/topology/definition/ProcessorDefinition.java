package dev.millrace.topology.definition;

import java.util.List;

/**
 * A node that turns what its parents send into what its children receive.
 *
 * @param stores the names of the state stores it may use, in the order they were connected
 */
public record ProcessorDefinition(String name, List<String> parents, OperatorDefinition operator, List<String> stores)
        implements NodeDefinition {

    public ProcessorDefinition {
        parents = List.copyOf(parents);
        stores = List.copyOf(stores);
    }
}
