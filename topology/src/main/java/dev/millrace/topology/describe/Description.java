package dev.millrace.topology.describe;

import dev.millrace.streams.TopologyDescription;
import dev.millrace.topology.definition.TopologyDefinition;
import dev.millrace.topology.plan.NodeGroup;
import dev.millrace.topology.plan.NodeGroups;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A topology, described: its subtopologies and global stores in the order of their ids. */
public final class Description implements TopologyDescription {
    private final Set<Subtopology> subtopologies = new LinkedHashSet<>();
    private final Set<GlobalStore> globalStores = new LinkedHashSet<>();
    private final StringBuilder text;

    private Description(@Nullable String name) {
        text = new StringBuilder(name == null ? "Topologies:\n " : "Topology: " + name + ":\n ");
    }

    /** Describes what was asked so far. */
    public static TopologyDescription of(TopologyDefinition definition) {
        Description description = new Description(definition.name());
        NodeGroups.of(definition).forEach(description::add);
        return description;
    }

    private void add(NodeGroup group) {
        DescribedGroup described = DescribedGroup.of(group);
        if (group.globalStore() == null) {
            subtopologies.add(described);
        } else {
            globalStores.add(described.asGlobalStore());
        }
        text.append("  ").append(group.globalStore() == null ? described : described.asGlobalStore());
    }

    @Override
    public Set<Subtopology> subtopologies() {
        return Collections.unmodifiableSet(subtopologies);
    }

    @Override
    public Set<GlobalStore> globalStores() {
        return Collections.unmodifiableSet(globalStores);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Description && other.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
