package dev.millrace.topology.dsl.step;

import java.util.OptionalLong;

/** A step that other steps can follow. */
public interface Upstream extends Step {

    /** The name of the node that feeds whatever follows. */
    String output();

    /** The name of the source node, of a step that reads a topic. */
    default String source() {
        return output();
    }

    /** The longest grace period of the windows that the records here come from; empty if some come from no window. */
    OptionalLong windowGraceMs();
}
