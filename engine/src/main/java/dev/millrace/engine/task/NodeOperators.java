package dev.millrace.engine.task;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.topology.definition.NodeDefinition;

/** Makes the running operator of a node. */
@FunctionalInterface
public interface NodeOperators {

    /** A new operator, not connected yet. Called for processors and sinks; the task brings sources itself. */
    Operator create(NodeDefinition node, OperatorContext context);
}
