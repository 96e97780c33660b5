package dev.millrace.engine.operator.factory;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.foreignkey.ResponseSinkOperator;
import dev.millrace.engine.operator.topic.SinkOperator;
import dev.millrace.engine.operator.topic.TableUpdateSource;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.definition.SinkDefinition;
import dev.millrace.topology.definition.SinkDefinition.Content;
import dev.millrace.topology.definition.SourceDefinition;

/** Makes the running operator of a node. */
public final class OperatorFactory {

    private OperatorFactory() {}

    /** A new operator, neither connected nor open. Sources of plain records do nothing and have no operator here. */
    public static Operator create(NodeDefinition node, OperatorContext context) {
        if (node instanceof ProcessorDefinition processor) {
            return processor.operator().accept(new ProcessorOperators(processor, context));
        }
        if (node instanceof SinkDefinition sink && sink.content() == Content.RESPONSES) {
            return new ResponseSinkOperator(sink, context);
        }
        if (node instanceof SinkDefinition sink) {
            return new SinkOperator(sink, context);
        }
        if (node instanceof SourceDefinition source && source.content() == Content.TABLE_UPDATES) {
            return new TableUpdateSource(source.name(), context);
        }
        throw new IllegalArgumentException("There is no operator for node " + node.name() + ": " + node);
    }
}
