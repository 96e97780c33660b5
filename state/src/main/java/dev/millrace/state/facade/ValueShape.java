package dev.millrace.state.facade;

import dev.millrace.state.RecordOrigin;
import dev.millrace.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * How a store shows a value and its event time to user code: the value alone, or both.
 *
 * @param <F> what user code sees
 */
public sealed interface ValueShape<F> {

    /** What user code gets to see. */
    F show(Object value, long timestamp);

    /** The value in what user code gave; null deletes. */
    @Nullable
    Object value(@Nullable F given);

    /** The event time in what user code gave, or that of the record at work if there is none in it. */
    long timestamp(@Nullable F given, RecordOrigin origin);

    /** The value alone. */
    @SuppressWarnings("unchecked")
    static <V> ValueShape<V> plain() {
        return (ValueShape<V>) Plain.INSTANCE;
    }

    /** The value with its event time. */
    @SuppressWarnings("unchecked")
    static <V> ValueShape<ValueAndTimestamp<V>> stamped() {
        return (ValueShape<ValueAndTimestamp<V>>) (ValueShape<?>) Stamped.INSTANCE;
    }

    /** See {@link #plain()}. */
    enum Plain implements ValueShape<Object> {
        INSTANCE;

        @Override
        public Object show(Object value, long timestamp) {
            return value;
        }

        @Override
        public @Nullable Object value(@Nullable Object given) {
            return given;
        }

        @Override
        public long timestamp(@Nullable Object given, RecordOrigin origin) {
            return origin.timestamp();
        }
    }

    /** See {@link #stamped()}. */
    enum Stamped implements ValueShape<ValueAndTimestamp<Object>> {
        INSTANCE;

        @Override
        public ValueAndTimestamp<Object> show(Object value, long timestamp) {
            return ValueAndTimestamp.make(value, timestamp);
        }

        @Override
        public @Nullable Object value(@Nullable ValueAndTimestamp<Object> given) {
            return given == null ? null : given.value();
        }

        @Override
        public long timestamp(@Nullable ValueAndTimestamp<Object> given, RecordOrigin origin) {
            return given == null || given.value() == null ? origin.timestamp() : given.timestamp();
        }
    }
}
