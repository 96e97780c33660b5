package dev.millrace.engine.operator.stateless;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.kstream.ForeachAction;
import dev.millrace.topology.definition.OperatorDefinition.ForEach;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Shows every record to an action, and forwards it unless the chain is meant to end here. */
public final class ForEachOperator extends Operator {
    private final ForeachAction<Object, Object> action;
    private final boolean forwards;

    public ForEachOperator(String name, OperatorContext context, ForEach definition) {
        super(name, context);
        this.action = definition.action();
        this.forwards = definition.forwards();
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        action.apply(key, value);
        if (forwards) {
            downstream().accept(key, value, timestamp, headers);
        }
    }
}
