package dev.millrace.engine.operator.foreignkey;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.topology.definition.ForeignKeyOperator.Subscribe;
import java.util.function.BiFunction;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes left rows to the foreign rows they refer to, and ends the subscriptions of rows that refer to them no longer.
 *
 * <p>In an inner join a row that refers to nothing has no result, and if a foreign row is missing there is nothing to say. But a
 * row that moves from one foreign row to another must hear of the new one in any case, because the result for the old one has
 * to go. In a left join every row has a result: what refers to nothing subscribes to nothing, so that the response comes.
 */
public final class SubscribeOperator extends Operator {
    private final BiFunction<Object, Object, Object> foreignKey;
    private final boolean left;
    private final boolean versioned;
    private final JoinSerdes.Part keys;
    private final JoinSerdes.Part values;
    private final JoinSerdes.Part foreignKeys;
    private final int partition;

    public SubscribeOperator(String name, OperatorContext context, Subscribe definition) {
        super(name, context);
        JoinSerdes serdes = new JoinSerdes(definition.join(), context);
        this.foreignKey = definition.foreignKey();
        this.left = definition.join().left();
        this.versioned = definition.versioned();
        this.keys = serdes.primaryKeys();
        this.values = serdes.hashedValues();
        this.foreignKeys = serdes.foreignKeys();
        this.partition = context.taskId().partition();
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        if ((newValue == null && oldValue == null) || (versioned && context().ofThePast())) {
            return;
        }
        Object referredTo = oldValue == null ? null : foreignKey.apply(key, oldValue);
        Object refersTo = newValue == null ? null : foreignKey.apply(key, newValue);
        Row row = new Row(
                keys.writeKey(key, headers),
                newValue == null ? null : ValueHash.of(values.write(newValue, headers)),
                timestamp,
                headers);
        if (left) {
            subscribeInAnyCase(row, refersTo, referredTo);
        } else if (refersTo != null || referredTo != null) {
            subscribe(row, refersTo, referredTo);
        } else {
            context().dropped(this, "it has no foreign key");
        }
    }

    /** The left row that an update is about. */
    private static final class Row {
        private final byte[] key;
        private final byte @Nullable [] hash;
        private final long timestamp;
        private final Headers headers;

        Row(byte[] key, byte @Nullable [] hash, long timestamp, Headers headers) {
            this.key = key;
            this.hash = hash;
            this.timestamp = timestamp;
            this.headers = headers;
        }
    }

    private void subscribeInAnyCase(Row row, @Nullable Object refersTo, @Nullable Object referredTo) {
        if (referredTo != null && !same(refersTo, referredTo, row)) {
            send(row, referredTo, Instruction.END_SILENTLY);
        }
        send(row, refersTo, Instruction.BEGIN);
    }

    private void subscribe(Row row, @Nullable Object refersTo, @Nullable Object referredTo) {
        if (refersTo == null) {
            send(row, referredTo, Instruction.END);
        } else if (referredTo == null || same(refersTo, referredTo, row)) {
            send(row, refersTo, Instruction.BEGIN_IF_THERE);
        } else {
            send(row, referredTo, Instruction.END_SILENTLY);
            send(row, refersTo, Instruction.BEGIN);
        }
    }

    private boolean same(@Nullable Object refersTo, Object referredTo, Row row) {
        return refersTo != null && foreignKeys.same(refersTo, referredTo, row.headers);
    }

    private void send(Row row, @Nullable Object foreign, Instruction instruction) {
        byte[] subscription = SubscriptionFormat.write(instruction, row.hash, row.key, partition);
        downstream().accept(foreign, subscription, row.timestamp, row.headers);
    }
}
