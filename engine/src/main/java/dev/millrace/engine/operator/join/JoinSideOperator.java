package dev.millrace.engine.operator.join;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.JoinSideState;
import dev.millrace.topology.definition.JoinOperator.JoinSide;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Keeps the records of one side of a join of two streams, before they are joined. One without a key is only passed on. */
public final class JoinSideOperator extends Operator {
    private final String storeName;
    private @Nullable JoinSideState store;

    public JoinSideOperator(String name, OperatorContext context, JoinSide definition) {
        super(name, context);
        this.storeName = definition.storeName();
    }

    @Override
    public void open() {
        store = context().joinSide(storeName);
    }

    @Override
    public void expect(SourceBatch batch) {
        Objects.requireNonNull(store).expectAdditions(batch.size(), batch::key);
        downstream().expect(batch);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        if (key != null) {
            Objects.requireNonNull(store).add(key, value, timestamp, headers);
        }
        downstream().accept(key, value, timestamp, headers);
    }
}
