package dev.millrace.driver;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.ValueAndTimestamp;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullUnmarked;

/** A timestamped key-value store that shows values alone. What is put through it has no timestamp. */
@NullUnmarked
public final class StampedAsPlain<K, V> implements KeyValueStore<K, V> {
    private static final long NO_TIMESTAMP = -1;

    private final TimestampedKeyValueStore<K, V> stamped;

    public StampedAsPlain(TimestampedKeyValueStore<K, V> stamped) {
        this.stamped = stamped;
    }

    private static <V> ValueAndTimestamp<V> stamp(V value) {
        return ValueAndTimestamp.make(value, NO_TIMESTAMP);
    }

    private static <V> V bare(ValueAndTimestamp<V> value) {
        return ValueAndTimestamp.getValueOrNull(value);
    }

    // ---- writing ----

    @Override
    public void put(K key, V value) {
        stamped.put(key, stamp(value));
    }

    @Override
    public V putIfAbsent(K key, V value) {
        return bare(stamped.putIfAbsent(key, stamp(value)));
    }

    @Override
    public void putAll(List<KeyValue<K, V>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public V delete(K key) {
        return bare(stamped.delete(key));
    }

    // ---- reading ----

    @Override
    public V get(K key) {
        return bare(stamped.get(key));
    }

    @Override
    public KeyValueIterator<K, V> range(K from, K to) {
        return new BareValues<>(stamped.range(from, to));
    }

    @Override
    public KeyValueIterator<K, V> reverseRange(K from, K to) {
        return new BareValues<>(stamped.reverseRange(from, to));
    }

    @Override
    public KeyValueIterator<K, V> all() {
        return new BareValues<>(stamped.all());
    }

    @Override
    public KeyValueIterator<K, V> reverseAll() {
        return new BareValues<>(stamped.reverseAll());
    }

    @Override
    public <PS extends Serializer<P>, P> KeyValueIterator<K, V> prefixScan(P prefix, PS prefixKeySerializer) {
        return new BareValues<>(stamped.prefixScan(prefix, prefixKeySerializer));
    }

    @Override
    public long approximateNumEntries() {
        return stamped.approximateNumEntries();
    }

    // ---- the store behind ----

    @Override
    public String name() {
        return stamped.name();
    }

    @Override
    public void init(StateStoreContext stateStoreContext, StateStore root) {
        stamped.init(stateStoreContext, root);
    }

    @Override
    public void close() {
        stamped.close();
    }

    @Override
    public boolean persistent() {
        return stamped.persistent();
    }

    @Override
    public boolean isOpen() {
        return stamped.isOpen();
    }
}
