package dev.millrace.engine.operator.foreignkey;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.row.TableRows;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.topology.definition.ForeignKeyOperator.ResolveResponse;
import dev.millrace.topology.definition.TableLookup;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Joins a left row with the foreign value that a response brings. A response to an earlier value of the row is late: the row has
 * asked again since, and another response will come.
 */
public final class ResolveResponseOperator extends Operator {
    private final TableLookup lookup;
    private final ValueJoiner<Object, Object, Object> joiner;
    private final boolean left;
    private final JoinSerdes.Part values;
    private final Deserializer<?> foreignValues;
    private final String responseTopic;
    private @Nullable TableRows rows;

    public ResolveResponseOperator(String name, OperatorContext context, ResolveResponse definition) {
        super(name, context);
        this.lookup = definition.rows();
        this.joiner = definition.joiner();
        this.left = definition.join().left();
        JoinSerdes serdes = new JoinSerdes(definition.join(), context);
        this.values = serdes.hashedValues();
        this.foreignValues = serdes.foreignValueDeserializer();
        this.responseTopic = serdes.responseTopic();
    }

    @Override
    public void open() {
        rows = TableRows.of(lookup, this, context());
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
    }

    @Override
    public void expect(SourceBatch batch) {
        Objects.requireNonNull(rows).expect(batch);
        downstream().expect(batch);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        byte[] response = (byte[]) value;
        ResponseFormat.check(response);
        if (key == null || response == null) {
            context().dropped(this, "it has no key");
            return;
        }
        Object row = Objects.requireNonNull(rows).value(key);
        byte[] hash = row == null ? null : ValueHash.of(values.write(row, headers));
        if (ResponseFormat.answers(response, hash)) {
            downstream().accept(key, joined(row, response, headers), timestamp, headers);
        }
    }

    private @Nullable Object joined(@Nullable Object row, byte[] response, Headers headers) {
        byte[] bytes = ResponseFormat.foreignValue(response);
        Object foreignValue = bytes == null ? null : foreignValues.deserialize(responseTopic, headers, bytes);
        return row == null || (foreignValue == null && !left) ? null : joiner.apply(row, foreignValue);
    }
}
