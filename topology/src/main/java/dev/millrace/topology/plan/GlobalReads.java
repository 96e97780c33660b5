package dev.millrace.topology.plan;

import dev.millrace.topology.definition.JoinOperator.StreamGlobalTableJoin;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.TableTransformValues;
import dev.millrace.topology.definition.OperatorDefinition.UserFixedKeyProcessor;
import dev.millrace.topology.definition.OperatorDefinition.UserProcessor;
import dev.millrace.topology.definition.ProcessorDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The global stores that nodes may read: those they join with, and all of them where user code may ask for any. */
final class GlobalReads {
    private GlobalReads() {}

    static Set<String> of(List<NodeDefinition> nodes, Set<String> globalStores) {
        Set<String> reads = new LinkedHashSet<>();
        for (NodeDefinition node : nodes) {
            if (node instanceof ProcessorDefinition processor) {
                OperatorDefinition operator = processor.operator();
                if (operator instanceof StreamGlobalTableJoin join) {
                    reads.add(join.storeName());
                } else if (operator instanceof UserProcessor
                        || operator instanceof UserFixedKeyProcessor
                        || operator instanceof TableTransformValues) {
                    reads.addAll(globalStores);
                }
            }
        }
        return reads;
    }
}
