package dev.millrace.engine.operator;

import dev.millrace.engine.port.SourceBatch;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Several children as one: each takes the record, in the order they were added to the topology. */
final class FanOut extends Operator {
    private final Operator[] children;

    FanOut(String parentName, OperatorContext context, List<Operator> children) {
        super(parentName, context);
        this.children = children.toArray(Operator[]::new);
    }

    @Override
    public void expect(SourceBatch batch) {
        for (Operator child : children) {
            child.expect(batch);
        }
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        for (Operator child : children) {
            child.accept(key, value, timestamp, headers);
        }
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        for (Operator child : children) {
            child.update(key, newValue, oldValue, timestamp, headers);
        }
    }

    /** What a child throws on is its parent's to answer for. */
    @Override
    protected void onFailure(
            @Nullable Object key, @Nullable Object value, long timestamp, Headers headers, RuntimeException error) {
        throw error;
    }
}
