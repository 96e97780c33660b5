package dev.millrace.topology.definition;

import java.util.List;

/** One node of the graph, known by its unique name and the names of the nodes that feed it. */
public sealed interface NodeDefinition permits SourceDefinition, ProcessorDefinition, SinkDefinition {

    /** The unique name, generated or given by the user; part of what {@code describe()} prints. */
    String name();

    /** The names of the nodes that feed this one, in the order they were connected; empty for a source. */
    List<String> parents();
}
