package dev.millrace.streams.spi;

import dev.millrace.streams.TopologyConfig;
import org.jspecify.annotations.Nullable;

/** Makes the recorders behind {@code Topology} and {@code StreamsBuilder}. */
public interface TopologyProvider {

    /** A recorder for a new, empty topology. */
    TopologyRecorder newTopology(@Nullable TopologyConfig config);

    /** A recorder for a new, empty program. */
    DslRecorder newProgram(@Nullable TopologyConfig config);
}
