package dev.millrace.topology.describe;

import dev.millrace.streams.TopologyDescription;

/** A global store, described: the source and the processor that fill it. */
record DescribedGlobalStore(int id, DescribedSource source, DescribedProcessor processor)
        implements TopologyDescription.GlobalStore {

    @Override
    public String toString() {
        return "Sub-topology: " + id + " for global store (will not generate tasks)\n    " + source + "\n    "
                + processor + "\n";
    }
}
