package dev.millrace.engine.task;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.topology.definition.NodeDefinition;

/** Makes the running operator of a node. */
@FunctionalInterface
public interface NodeOperators {

    /** A new operator, not connected yet. The task itself brings the sources of plain records. */
    Operator create(NodeDefinition node, OperatorContext context);
}
