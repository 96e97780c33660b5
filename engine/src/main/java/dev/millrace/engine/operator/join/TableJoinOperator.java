package dev.millrace.engine.operator.join;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.row.TableRows;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.topology.definition.OperatorDefinition.TableJoin;
import dev.millrace.topology.definition.TableLookup;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One side of a join of two tables by key: joins every update of its own table with the other table's current row.
 *
 * <pre>
 *   own table ----update----> this ----update----> merge
 *                               |
 *   other table   <---row of the key
 * </pre>
 *
 * <p>The result is as old as the younger of the two rows. Without a row on the other side there is nothing to say if both rows
 * are needed, or if there is and was no row on this side either. Latest rows are joined: versions of the past are left out.
 */
public final class TableJoinOperator extends Operator {
    private final TableLookup lookup;
    private final ValueJoiner<Object, Object, Object> joiner;
    private final boolean needsOwn;
    private final boolean needsOther;
    private final boolean versioned;
    private final boolean sendsOldValues;
    private @Nullable TableRows other;

    public TableJoinOperator(String name, OperatorContext context, TableJoin definition) {
        super(name, context);
        this.lookup = definition.other();
        this.joiner = definition.joiner();
        this.needsOwn = definition.needsOwn();
        this.needsOther = definition.needsOther();
        this.versioned = definition.versioned();
        this.sendsOldValues = definition.sendsOldValues();
    }

    @Override
    public void open() {
        other = TableRows.of(lookup, this, context());
    }

    @Override
    public void close() {
        if (other != null) {
            other.close();
        }
    }

    @Override
    public void expect(SourceBatch batch) {
        Objects.requireNonNull(other).expect(batch);
        downstream().expect(batch);
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        if (versioned && context().ofThePast()) {
            return;
        }
        TableRows rows = Objects.requireNonNull(other);
        Object match = rows.value(key);
        if (match == null && (needsOther || (newValue == null && oldValue == null))) {
            return;
        }
        long resultTimestamp = match == null ? timestamp : Math.max(timestamp, rows.timestamp());
        Object result = joined(newValue, match);
        Object replaced = sendsOldValues ? joined(oldValue, match) : null;
        downstream().update(key, result, replaced, resultTimestamp, headers);
    }

    private @Nullable Object joined(@Nullable Object own, @Nullable Object match) {
        return own == null && (needsOwn || match == null) ? null : joiner.apply(own, match);
    }
}
