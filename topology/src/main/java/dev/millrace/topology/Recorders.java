package dev.millrace.topology;

import dev.millrace.streams.TopologyConfig;
import dev.millrace.streams.spi.DslRecorder;
import dev.millrace.streams.spi.TopologyProvider;
import dev.millrace.streams.spi.TopologyRecorder;
import dev.millrace.topology.dsl.DslProgram;
import dev.millrace.topology.recorder.RecordedTopology;
import org.jspecify.annotations.Nullable;

/** The door of this module, found by {@link java.util.ServiceLoader}: recorders for {@code Topology} and the DSL. */
public final class Recorders implements TopologyProvider {

    @Override
    public TopologyRecorder newTopology(@Nullable TopologyConfig config) {
        return new RecordedTopology(config);
    }

    @Override
    public DslRecorder newProgram(@Nullable TopologyConfig config) {
        return new DslProgram(config);
    }
}
