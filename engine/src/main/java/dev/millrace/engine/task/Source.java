package dev.millrace.engine.task;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The entry of a chain: where the intake hands records in. */
final class Source extends Operator {

    Source(String name, OperatorContext context) {
        super(name, context);
    }

    /** Whom the intake may call directly, because a source itself does nothing. */
    Operator first() {
        return downstream();
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        downstream().accept(key, value, timestamp, headers);
    }

    /** No processor answers for a sink that hangs directly on a source. */
    @Override
    protected void onFailure(
            @Nullable Object key, @Nullable Object value, long timestamp, Headers headers, RuntimeException error) {
        throw error;
    }
}
