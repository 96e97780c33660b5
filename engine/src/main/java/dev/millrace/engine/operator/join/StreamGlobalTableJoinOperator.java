package dev.millrace.engine.operator.join;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.row.TableRows;
import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.streams.kstream.ValueJoinerWithKey;
import dev.millrace.topology.definition.JoinOperator.StreamGlobalTableJoin;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Joins each record with the row of a global table under a key that is computed from the record. The result has the
 * record's key and timestamp.
 *
 * <p>A record without a value is left out. One for which no key is computed matches no row: an inner join leaves it out, a
 * left join forwards it without a match.
 */
public final class StreamGlobalTableJoinOperator extends Operator {
    private final String storeName;
    private final KeyValueMapper<Object, Object, ?> keySelector;
    private final ValueJoinerWithKey<Object, Object, Object, Object> joiner;
    private final boolean left;
    private @Nullable TableRows table;

    public StreamGlobalTableJoinOperator(String name, OperatorContext context, StreamGlobalTableJoin definition) {
        super(name, context);
        this.storeName = definition.storeName();
        this.keySelector = definition.keySelector();
        this.joiner = definition.joiner();
        this.left = definition.left();
    }

    @Override
    public void open() {
        table = TableRows.ofGlobal(storeName, context());
    }

    /** The selector is asked even if the value is null: the reference does so, and a selector may count its calls. */
    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        Object tableKey = keySelector.apply(key, value);
        if (value == null || (tableKey == null && !left)) {
            context().dropped(this, value == null ? "it has no value" : "it is given no key of the global table");
            return;
        }
        Object match = tableKey == null ? null : Objects.requireNonNull(table).value(tableKey);
        if (left || match != null) {
            downstream().accept(key, joiner.apply(key, value, match), timestamp, headers);
        }
    }
}
