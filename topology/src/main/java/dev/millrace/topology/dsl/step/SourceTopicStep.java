package dev.millrace.topology.dsl.step;

import dev.millrace.topology.recorder.RecordedTopology;

/** Lets the topic of a table stand in for the changelog of its store, if it has one and the program is optimized so. */
public record SourceTopicStep(Program program, String store, String topic) implements Step {

    @Override
    public void lower(RecordedTopology target) {
        if (program.reusesSourceTopics()) {
            target.replaceChangelog(store, topic);
        }
    }
}
