package dev.millrace.engine.operator;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The end of a chain that leads nowhere: takes everything and does nothing. */
final class Discard extends Operator {

    Discard(String parentName, OperatorContext context) {
        super(parentName, context);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {}

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {}
}
