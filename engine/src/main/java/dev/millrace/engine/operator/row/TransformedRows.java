package dev.millrace.engine.operator.row;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.user.ValueTransformation;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.streams.kstream.ValueTransformerWithKeySupplier;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The rows of another table, each transformed by a transformer of the looking node's own. It sees of the record that is looked
 * up only the event time, and is asked also for rows that are not there.
 */
final class TransformedRows extends DerivedRows {
    private final OperatorContext context;
    private final ValueTransformation transformation;
    private long timestamp;

    TransformedRows(
            TableRows upstream,
            ValueTransformerWithKeySupplier<Object, Object, Object> supplier,
            Operator node,
            OperatorContext context,
            List<String> storeNames) {
        super(upstream);
        this.context = context;
        this.transformation = new ValueTransformation(supplier, node, context, storeNames);
        transformation.open();
    }

    @Override
    @Nullable
    Object derived(Object key, @Nullable Object value) {
        timestamp = value == null ? -1 : super.timestamp();
        OriginSnapshot before = context.actFor(new OriginSnapshot(null, -1, -1, timestamp, new RecordHeaders()));
        try {
            return transformation.transform(key, value);
        } finally {
            context.actFor(before);
        }
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public void close() {
        super.close();
        transformation.close();
    }
}
