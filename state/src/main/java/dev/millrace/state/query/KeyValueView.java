package dev.millrace.state.query;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.keyvalue.KeyValues;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.ReadOnlyKeyValueStore;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A key-value store as other threads see it.
 *
 * @param <F> what they see as a value
 */
final class KeyValueView<K, F> extends StoreView<KeyValues, F> implements ReadOnlyKeyValueStore<K, F> {

    KeyValueView(StoreFacade<KeyValues> facade, ValueShape<F> shape, Lock lock) {
        super(facade, shape, lock);
    }

    @Override
    public @Nullable F get(K key) {
        Objects.requireNonNull(key, "key cannot be null");
        return this.<@Nullable F>locked(store -> shape.show(store.slot(key)));
    }

    @Override
    public KeyValueIterator<K, F> range(@Nullable K from, @Nullable K to) {
        return range(from, to, false);
    }

    @Override
    public KeyValueIterator<K, F> reverseRange(@Nullable K from, @Nullable K to) {
        return range(from, to, true);
    }

    @Override
    public KeyValueIterator<K, F> all() {
        return range(null, null, false);
    }

    @Override
    public KeyValueIterator<K, F> reverseAll() {
        return range(null, null, true);
    }

    private KeyValueIterator<K, F> range(@Nullable K from, @Nullable K to, boolean descending) {
        return locked(store -> {
            byte[] first = store.keys().encodeBound(from);
            byte[] last = store.keys().encodeBound(to);
            byte[] behind = last == null ? null : Arrays.copyOf(last, last.length + 1);
            return new EntryPages<>(facade, shape, lock, first, behind, descending, false);
        });
    }

    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<K, F> prefixScan(P prefix, S prefixKeySerializer) {
        Objects.requireNonNull(prefix, "prefix cannot be null");
        Objects.requireNonNull(prefixKeySerializer, "prefixKeySerializer cannot be null");
        byte[] first = prefixKeySerializer.serialize(null, prefix);
        return locked(
                store -> new EntryPages<>(facade, shape, lock, first, KeyValues.behindPrefix(first), false, false));
    }

    @Override
    public long approximateNumEntries() {
        return this.<Long>locked(KeyValues::approximateEntries);
    }
}
