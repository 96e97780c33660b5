package dev.millrace.engine.operator.join;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.row.TableRows;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.EmissionListener;
import dev.millrace.state.RecordBufferState;
import dev.millrace.streams.kstream.ValueJoinerWithKey;
import dev.millrace.topology.definition.JoinOperator.StreamTableJoin;
import dev.millrace.topology.definition.StreamTableGrace;
import dev.millrace.topology.definition.TableLookup;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Joins each record with the row of its key in a table: the current one; of a versioned table the one at the record's time.
 * The result has the record's timestamp.
 *
 * <p>A record without a value is left out. One without a key matches no row: an inner join leaves it out, a left join
 * forwards it without a match.
 *
 * <p><b>Grace.</b> The past of a versioned table may still change. With a grace period a record waits in a buffer until the
 * highest event time of this operator's records is later by so much; one that comes later than that is joined at once.
 */
public final class StreamTableJoinOperator extends Operator {
    private final TableLookup lookup;
    private final ValueJoinerWithKey<Object, Object, Object, Object> joiner;
    private final boolean left;
    private final @Nullable StreamTableGrace grace;
    private final EmissionListener released =
            (key, value, none, timestamp, headers) -> join(key, value, timestamp, headers);
    private @Nullable TableRows table;
    private @Nullable RecordBufferState buffer;
    private long observedTimeMs = -1;

    public StreamTableJoinOperator(String name, OperatorContext context, StreamTableJoin definition) {
        super(name, context);
        this.lookup = definition.table();
        this.joiner = definition.joiner();
        this.left = definition.left();
        this.grace = definition.grace();
    }

    @Override
    public void open() {
        table = TableRows.of(lookup, this, context());
        buffer = grace == null ? null : context().recordBuffer(grace.bufferName());
    }

    @Override
    public void close() {
        if (table != null) {
            table.close();
        }
    }

    @Override
    public void expect(SourceBatch batch) {
        Objects.requireNonNull(table).expect(batch);
        downstream().expect(batch);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        if (value == null || (key == null && !left)) {
            context().dropped(this, value == null ? "it has no value" : "it has no key");
        } else if (grace == null || buffer == null || key == null) {
            join(key, value, timestamp, headers);
        } else {
            joinLater(buffer, grace.graceMs(), key, value, timestamp, headers);
        }
    }

    private void joinLater(
            RecordBufferState waiting, long graceMs, Object key, Object value, long timestamp, Headers headers) {
        observedTimeMs = Math.max(observedTimeMs, timestamp);
        long dueMs = observedTimeMs - graceMs;
        if (timestamp < dueMs) {
            join(key, value, timestamp, headers);
        } else {
            waiting.add(key, value, timestamp, headers);
        }
        waiting.releaseUntil(dueMs, released);
    }

    private void join(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        Object match = key == null ? null : Objects.requireNonNull(table).valueAsOf(key, timestamp);
        if (left || match != null) {
            downstream().accept(key, joiner.apply(key, value, match), timestamp, headers);
        }
    }
}
