package dev.millrace.engine.operator.row;

import dev.millrace.engine.port.SourceBatch;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.topology.definition.TableLookup;
import org.jspecify.annotations.Nullable;

/** The rows that a join of two tables by key gives. The event time of a result is the later one of its rows. */
final class JoinedRows extends TableRows {
    private final TableRows left;
    private final TableRows right;
    private final ValueJoiner<Object, Object, Object> joiner;
    private final boolean needsLeft;
    private final boolean needsRight;
    private long timestamp;

    JoinedRows(TableRows left, TableRows right, TableLookup.Joined join) {
        this.left = left;
        this.right = right;
        this.joiner = join.joiner();
        this.needsLeft = join.kind().needsLeft();
        this.needsRight = join.kind().needsRight();
    }

    @Override
    public @Nullable Object value(Object key) {
        Object leftValue = left.value(key);
        if (leftValue == null && needsLeft) {
            return null;
        }
        timestamp = leftValue == null ? -1 : left.timestamp();
        Object rightValue = right.value(key);
        if (rightValue == null && (needsRight || leftValue == null)) {
            return null;
        }
        if (rightValue != null) {
            timestamp = Math.max(timestamp, right.timestamp());
        }
        return joiner.apply(leftValue, rightValue);
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public void expect(SourceBatch batch) {
        left.expect(batch);
        right.expect(batch);
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }
}
