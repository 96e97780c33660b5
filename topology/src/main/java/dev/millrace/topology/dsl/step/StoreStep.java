package dev.millrace.topology.dsl.step;

import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.List;

/** A store that the user adds, for processors to be connected to by name. */
public record StoreStep(StoreBuilder<?> builder) implements Step {

    @Override
    public void lower(RecordedTopology target) {
        target.addStateStore(builder, List.of());
    }
}
