package dev.millrace.topology.describe;

import dev.millrace.streams.TopologyDescription;
import dev.millrace.topology.definition.ProcessorDefinition;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** A processor, described: its stores. */
final class DescribedProcessor extends DescribedNode implements TopologyDescription.Processor {
    private final Set<String> stores;

    DescribedProcessor(ProcessorDefinition processor) {
        super(processor.name());
        // A hash set, because its order is part of the text.
        stores = Collections.unmodifiableSet(new HashSet<>(processor.stores()));
    }

    @Override
    public Set<String> stores() {
        return stores;
    }

    @Override
    String text() {
        return "Processor: " + name() + " (stores: " + stores + ")\n      --> " + successorNames() + "\n      <-- "
                + predecessorNames();
    }
}
