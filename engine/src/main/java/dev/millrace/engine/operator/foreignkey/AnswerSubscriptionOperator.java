package dev.millrace.engine.operator.foreignkey;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.row.TableRows;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.topology.definition.ForeignKeyOperator.AnswerSubscription;
import dev.millrace.topology.definition.TableLookup;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Tells a subscriber what the foreign row is now. The response is as old as the younger of subscription and row. */
public final class AnswerSubscriptionOperator extends Operator {
    private final TableLookup lookup;
    private final JoinSerdes.Part foreignValues;
    private @Nullable TableRows foreignRows;

    public AnswerSubscriptionOperator(String name, OperatorContext context, AnswerSubscription definition) {
        super(name, context);
        this.lookup = definition.foreignRows();
        this.foreignValues = new JoinSerdes(definition.join(), context).foreignValues();
    }

    @Override
    public void open() {
        foreignRows = TableRows.of(lookup, this, context());
    }

    @Override
    public void close() {
        if (foreignRows != null) {
            foreignRows.close();
        }
    }

    @Override
    public void expect(SourceBatch batch) {
        Objects.requireNonNull(foreignRows).expect(batch);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        byte[] subscription = (byte[]) Objects.requireNonNull(value);
        Instruction instruction = SubscriptionFormat.instruction(subscription);
        if (instruction == Instruction.END_SILENTLY) {
            return;
        }
        TableRows rows = Objects.requireNonNull(foreignRows);
        Object foreignValue = key == null ? null : rows.value(key);
        if (foreignValue == null && instruction == Instruction.BEGIN_IF_THERE) {
            return;
        }
        long responseTimestamp = foreignValue == null ? timestamp : Math.max(timestamp, rows.timestamp());
        byte[] sent = foreignValue == null || instruction == Instruction.END
                ? null
                : foreignValues.write(foreignValue, headers);
        downstream().accept(subscription, ResponseFormat.write(subscription, sent), responseTimestamp, headers);
    }
}
