package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.TableOperator;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.topology.definition.OperatorDefinition.TableTransformValues;
import dev.millrace.topology.definition.ProcessorDefinition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Transforms the value of every row with an object of the user's, which is asked for deleted rows too. Where the result is not
 * kept and a child wants to know what an update replaces, that is the old value transformed anew.
 */
public final class TableTransformOperator extends TableOperator {
    private final ValueTransformation transformation;

    public TableTransformOperator(ProcessorDefinition node, OperatorContext context, TableTransformValues definition) {
        super(node.name(), context, definition.step());
        this.transformation = new ValueTransformation(definition.supplier(), this, context, node.stores());
    }

    @Override
    public void open() {
        super.open();
        transformation.open();
    }

    @Override
    public void close() {
        transformation.close();
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        if (TaskView.describes(context(), timestamp, headers)) {
            update(key, newValue, oldValue, timestamp, headers, store());
            return;
        }
        OriginSnapshot before = context().actFor(TaskView.originWith(context(), timestamp, headers));
        try {
            update(key, newValue, oldValue, timestamp, headers, store());
        } finally {
            context().actFor(before);
        }
    }

    private void update(
            Object key,
            @Nullable Object newValue,
            @Nullable Object oldValue,
            long timestamp,
            Headers headers,
            @Nullable KeyValueState store) {
        Object result = transformation.transform(key, newValue);
        if (store != null) {
            replace(store, key, result, timestamp, headers);
        } else {
            Object replaced = sendsOldValues() ? transformation.transform(key, oldValue) : null;
            send(key, result, replaced, timestamp, headers);
        }
    }
}
