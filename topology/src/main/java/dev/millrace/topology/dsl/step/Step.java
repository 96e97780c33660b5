package dev.millrace.topology.dsl.step;

import dev.millrace.topology.recorder.RecordedTopology;

/** One thing a program asked for. */
@FunctionalInterface
interface Step {

    /** Adds the nodes and stores of this step; the steps before it were lowered. */
    void lower(RecordedTopology target);
}
