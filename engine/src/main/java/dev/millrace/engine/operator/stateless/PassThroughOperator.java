package dev.millrace.engine.operator.stateless;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.SourceBatch;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Forwards every record and every update as it is: where streams merge, and where a branch begins. */
public final class PassThroughOperator extends Operator {

    public PassThroughOperator(String name, OperatorContext context) {
        super(name, context);
    }

    @Override
    public void expect(SourceBatch batch) {
        downstream().expect(batch);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        downstream().accept(key, value, timestamp, headers);
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        downstream().update(key, newValue, oldValue, timestamp, headers);
    }
}
