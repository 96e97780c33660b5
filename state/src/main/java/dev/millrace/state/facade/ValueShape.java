package dev.millrace.state.facade;

import dev.millrace.state.RecordOrigin;
import dev.millrace.state.Slot;
import dev.millrace.state.kind.Headed;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.streams.state.AggregationWithHeaders;
import dev.millrace.streams.state.ValueAndTimestamp;
import dev.millrace.streams.state.ValueTimestampHeaders;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How a store shows a value, its event time and its headers to user code: the value alone, or with what belongs to it.
 *
 * @param <F> what user code sees
 */
public sealed interface ValueShape<F> {

    /** What user code gets to see. */
    F show(Object value, long timestamp, Supplier<Headers> headers);

    /** What user code gets to see of a place in a store, null if there is nothing. */
    default @Nullable F show(Slot slot) {
        Object value = slot.value();
        return value == null ? null : show(value, slot.timestamp(), slot::headers);
    }

    /**
     * What user code gets to see of a value that a store holds.
     *
     * @param timestamp that a reader gets to see
     */
    default F show(ValueCodec values, Object held, long timestamp) {
        return show(values.read(held), timestamp, () -> values.shownHeaders(held));
    }

    /** The value in what user code gave, with headers if it has some; null deletes. */
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

    /** The value with its event time and its headers. */
    @SuppressWarnings("unchecked")
    static <V> ValueShape<ValueTimestampHeaders<V>> headed() {
        return (ValueShape<ValueTimestampHeaders<V>>) (ValueShape<?>) WithHeaders.INSTANCE;
    }

    /** An aggregate of a session with its headers. */
    @SuppressWarnings("unchecked")
    static <V> ValueShape<AggregationWithHeaders<V>> aggregated() {
        return (ValueShape<AggregationWithHeaders<V>>) (ValueShape<?>) Aggregated.INSTANCE;
    }

    /** See {@link #plain()}. */
    enum Plain implements ValueShape<Object> {
        INSTANCE;

        @Override
        public Object show(Object value, long timestamp, Supplier<Headers> headers) {
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
        public ValueAndTimestamp<Object> show(Object value, long timestamp, Supplier<Headers> headers) {
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

    /** See {@link #headed()}. */
    enum WithHeaders implements ValueShape<ValueTimestampHeaders<Object>> {
        INSTANCE;

        @Override
        public ValueTimestampHeaders<Object> show(Object value, long timestamp, Supplier<Headers> headers) {
            return ValueTimestampHeaders.make(value, timestamp, headers.get());
        }

        @Override
        public @Nullable Object value(@Nullable ValueTimestampHeaders<Object> given) {
            return given == null || given.value() == null ? null : Headed.of(given.value(), given.headers());
        }

        @Override
        public long timestamp(@Nullable ValueTimestampHeaders<Object> given, RecordOrigin origin) {
            return given == null || given.value() == null ? origin.timestamp() : given.timestamp();
        }
    }

    /** See {@link #aggregated()}. */
    enum Aggregated implements ValueShape<AggregationWithHeaders<Object>> {
        INSTANCE;

        @Override
        public AggregationWithHeaders<Object> show(Object value, long timestamp, Supplier<Headers> headers) {
            return AggregationWithHeaders.make(value, headers.get());
        }

        @Override
        public @Nullable Object value(@Nullable AggregationWithHeaders<Object> given) {
            return given == null || given.aggregation() == null
                    ? null
                    : Headed.of(given.aggregation(), given.headers());
        }

        @Override
        public long timestamp(@Nullable AggregationWithHeaders<Object> given, RecordOrigin origin) {
            return origin.timestamp();
        }
    }
}
