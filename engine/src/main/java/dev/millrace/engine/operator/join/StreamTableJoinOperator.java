package dev.millrace.engine.operator.join;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.streams.kstream.ValueJoinerWithKey;
import dev.millrace.topology.definition.OperatorDefinition.StreamTableJoin;
import dev.millrace.topology.definition.TableLookup;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Joins each record with the current row of its key in a table. The result has the record's timestamp.
 *
 * <p>A record without a value is left out. One without a key matches no row: an inner join leaves it out, a left join
 * forwards it without a match.
 */
public final class StreamTableJoinOperator extends Operator {
    private final TableLookup lookup;
    private final ValueJoinerWithKey<Object, Object, Object, Object> joiner;
    private final boolean left;
    private @Nullable TableRows table;

    public StreamTableJoinOperator(String name, OperatorContext context, StreamTableJoin definition) {
        super(name, context);
        if (definition.grace() != null) {
            throw new UnsupportedOperationException("Node " + name
                    + ": KStream.join and KStream.leftJoin with a grace period are not implemented yet,"
                    + " because they need versioned stores; leave out Joined.withGracePeriod");
        }
        this.lookup = definition.table();
        this.joiner = definition.joiner();
        this.left = definition.left();
    }

    @Override
    public void open() {
        table = TableRows.of(lookup, this, context());
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
            return;
        }
        Object match = key == null ? null : Objects.requireNonNull(table).value(key);
        if (left || match != null) {
            downstream().accept(key, joiner.apply(key, value, match), timestamp, headers);
        }
    }
}
