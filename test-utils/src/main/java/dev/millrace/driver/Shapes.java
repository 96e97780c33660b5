package dev.millrace.driver;

import dev.millrace.streams.state.AggregationWithHeaders;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.SessionStoreWithHeaders;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.TimestampedKeyValueStoreWithHeaders;
import dev.millrace.streams.state.TimestampedWindowStore;
import dev.millrace.streams.state.TimestampedWindowStoreWithHeaders;
import dev.millrace.streams.state.ValueAndTimestamp;
import dev.millrace.streams.state.ValueTimestampHeaders;
import dev.millrace.streams.state.WindowStore;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.NullUnmarked;

/** Stores shown in simpler shapes than they keep values in. What is put through a value alone has no timestamp. */
@NullUnmarked
public final class Shapes {
    private static final long NO_TIMESTAMP = -1;

    private Shapes() {}

    /** Values alone. */
    @SuppressWarnings("unchecked")
    public static <K, V> KeyValueStore<K, V> plain(KeyValueStore<K, ?> store) {
        if (store instanceof TimestampedKeyValueStoreWithHeaders<?, ?> headed) {
            return new ReshapedKeyValues<>(
                    (TimestampedKeyValueStoreWithHeaders<K, V>) headed,
                    ValueTimestampHeaders::getValueOrNull,
                    Shapes::head);
        }
        if (store instanceof TimestampedKeyValueStore<?, ?> stamped) {
            return new ReshapedKeyValues<>(
                    (TimestampedKeyValueStore<K, V>) stamped, ValueAndTimestamp::getValueOrNull, Shapes::stamp);
        }
        return (KeyValueStore<K, V>) store;
    }

    /** Values alone. */
    @SuppressWarnings("unchecked")
    public static <K, V> WindowStore<K, V> plain(WindowStore<K, ?> store) {
        if (store instanceof TimestampedWindowStoreWithHeaders<?, ?> headed) {
            return new ReshapedWindows<>(
                    (TimestampedWindowStoreWithHeaders<K, V>) headed,
                    ValueTimestampHeaders::getValueOrNull,
                    Shapes::head);
        }
        if (store instanceof TimestampedWindowStore<?, ?> stamped) {
            return new ReshapedWindows<>(
                    (TimestampedWindowStore<K, V>) stamped, ValueAndTimestamp::getValueOrNull, Shapes::stamp);
        }
        return (WindowStore<K, V>) store;
    }

    /** Aggregates alone. */
    @SuppressWarnings("unchecked")
    public static <K, V> SessionStore<K, V> plain(SessionStore<K, ?> store) {
        if (store instanceof SessionStoreWithHeaders<?, ?> headed) {
            return new ReshapedSessions<>(
                    (SessionStoreWithHeaders<K, V>) headed,
                    AggregationWithHeaders::getAggregationOrNull,
                    aggregate -> AggregationWithHeaders.make(aggregate, new RecordHeaders()));
        }
        return (SessionStore<K, V>) store;
    }

    /** Values with their timestamps, of a store that keeps headers too. */
    public static <K, V> KeyValueStore<K, ValueAndTimestamp<V>> stamped(
            TimestampedKeyValueStoreWithHeaders<K, V> store) {
        return new ReshapedKeyValues<>(store, Shapes::behead, Shapes::headStamped);
    }

    /** Values with their timestamps, of a store that keeps headers too. */
    public static <K, V> WindowStore<K, ValueAndTimestamp<V>> stamped(TimestampedWindowStoreWithHeaders<K, V> store) {
        return new ReshapedWindows<>(store, Shapes::behead, Shapes::headStamped);
    }

    private static <V> ValueAndTimestamp<V> stamp(V value) {
        return ValueAndTimestamp.make(value, NO_TIMESTAMP);
    }

    private static <V> ValueTimestampHeaders<V> head(V value) {
        return ValueTimestampHeaders.make(value, NO_TIMESTAMP, new RecordHeaders());
    }

    private static <V> ValueAndTimestamp<V> behead(ValueTimestampHeaders<V> value) {
        return value == null ? null : ValueAndTimestamp.make(value.value(), value.timestamp());
    }

    private static <V> ValueTimestampHeaders<V> headStamped(ValueAndTimestamp<V> value) {
        return value == null ? null : ValueTimestampHeaders.make(value.value(), value.timestamp(), new RecordHeaders());
    }
}
