package dev.millrace.engine.operator.join;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.JoinMatches;
import dev.millrace.state.JoinSideState;
import dev.millrace.streams.kstream.ValueJoinerWithKey;
import dev.millrace.topology.definition.JoinOperator.StreamSelfJoin;
import dev.millrace.topology.definition.StreamJoinBounds;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Joins each record with those of its own stream that are near enough in time. It is in their store already.
 *
 * <p>As a join of two streams would do, in the same order: the record comes as one of the left side, when the right side
 * does not have it yet, and then as one of the right side, when both do.
 */
public final class StreamSelfJoinOperator extends Operator {
    private final String storeName;
    private final StreamJoinBounds left;
    private final StreamJoinBounds right;
    private final ValueJoinerWithKey<Object, Object, Object, Object> joiner;
    private @Nullable JoinSideState store;

    public StreamSelfJoinOperator(String name, OperatorContext context, StreamSelfJoin definition) {
        super(name, context);
        this.storeName = definition.storeName();
        this.left = definition.bounds();
        this.right = left.seenFromOther();
        this.joiner = definition.joiner();
    }

    @Override
    public void open() {
        JoinSideState records = context().joinSide(storeName);
        records.lookBack(Math.max(0, Math.max(left.beforeMs(), left.afterMs())));
        store = records;
    }

    @Override
    public void expect(SourceBatch batch) {
        downstream().expect(batch);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        if (key == null || value == null) {
            context().dropped(this, value == null ? "it has no value" : "it has no key");
            return;
        }
        JoinMatches rights = find(key, timestamp, left);
        while (rights.next()) {
            if (!rights.isLast()) {
                send(key, joiner.apply(key, value, rights.value()), timestamp, rights, headers);
            }
        }
        JoinMatches lefts = find(key, timestamp, right);
        while (lefts.next()) {
            send(key, joiner.apply(key, lefts.value(), value), timestamp, lefts, headers);
        }
    }

    private JoinMatches find(Object key, long timestamp, StreamJoinBounds bounds) {
        long fromMs = Math.max(0, timestamp - bounds.beforeMs());
        long toMs = Math.max(0, timestamp + bounds.afterMs());
        return Objects.requireNonNull(store).find(key, fromMs, toMs);
    }

    private void send(Object key, @Nullable Object result, long timestamp, JoinMatches match, Headers headers) {
        downstream().accept(key, result, Math.max(timestamp, match.timestamp()), headers);
    }
}
