package dev.millrace.topology.dsl.step;

/** A step that other steps can follow. */
public interface Upstream extends Step {

    /** The name of the node that feeds whatever follows. */
    String output();
}
