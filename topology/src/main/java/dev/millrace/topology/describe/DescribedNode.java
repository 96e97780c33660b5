package dev.millrace.topology.describe;

import dev.millrace.streams.TopologyDescription;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.definition.SinkDefinition;
import dev.millrace.topology.definition.SourceDefinition;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A node, described. Nodes are shown by size, the largest first, then by name; the size of a node counts what it feeds,
 * directly or not, once per path.
 *
 * <p>The neighbours are sorted when they are linked, by the sizes of that moment. A size that grows later does not move its
 * node. That looks like an accident, but the text must be equal to the reference's, and this is what it does.
 */
abstract sealed class DescribedNode implements TopologyDescription.Node
        permits DescribedSource, DescribedProcessor, DescribedSink {
    static final Comparator<DescribedNode> LARGEST_FIRST = Comparator.comparingInt((DescribedNode node) -> node.size)
            .reversed()
            .thenComparing(DescribedNode::name);

    private final String name;
    private final TreeSet<DescribedNode> predecessors = new TreeSet<>(LARGEST_FIRST);
    private final TreeSet<DescribedNode> successors = new TreeSet<>(LARGEST_FIRST);
    private int size = 1;

    DescribedNode(String name) {
        this.name = name;
    }

    static DescribedNode of(NodeDefinition node) {
        if (node instanceof SourceDefinition source) {
            return new DescribedSource(source);
        }
        return node instanceof ProcessorDefinition processor
                ? new DescribedProcessor(processor)
                : new DescribedSink((SinkDefinition) node);
    }

    /** Links this node with one that it feeds. */
    void feed(DescribedNode child) {
        successors.add(child);
        child.predecessors.add(this);
        grow(child.size);
    }

    private void grow(int by) {
        size += by;
        predecessors.forEach(parent -> parent.grow(by));
    }

    /** The node and its neighbours, lines indented as in the whole text. */
    abstract String text();

    final String successorNames() {
        return names(successors);
    }

    final String predecessorNames() {
        return names(predecessors);
    }

    private static String names(Set<DescribedNode> nodes) {
        return nodes.isEmpty()
                ? "none"
                : nodes.stream().map(DescribedNode::name).collect(Collectors.joining(", "));
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Set<TopologyDescription.Node> predecessors() {
        return Collections.unmodifiableSet(predecessors);
    }

    @Override
    public final Set<TopologyDescription.Node> successors() {
        return Collections.unmodifiableSet(successors);
    }

    @Override
    public final String toString() {
        return text();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof DescribedNode node && node.text().equals(text());
    }

    @Override
    public final int hashCode() {
        return name.hashCode();
    }
}
