package dev.millrace.state.facade.keyvalue;

import dev.millrace.state.Slot;
import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.facade.SuppliedHost;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.keyvalue.KeyValues;
import dev.millrace.state.keyvalue.SuppliedBytes;
import dev.millrace.state.kind.HeaderUse;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A key-value store as user code sees it.
 *
 * @param <F> what user code sees as a value
 */
public abstract class KeyValueFacade<K, F> extends StoreFacade<KeyValues> implements KeyValueStore<K, F> {
    private static final String NO_KEY = "key cannot be null";
    private final ValueShape<F> shape;
    private final @Nullable KeyValueStore<Bytes, byte[]> supplied;

    KeyValueFacade(StoreSpec spec, ValueShape<F> shape, @Nullable KeyValueStore<Bytes, byte[]> supplied) {
        super(spec, supplied);
        this.shape = shape;
        this.supplied = supplied;
    }

    /** How this store shows values. */
    public final ValueShape<F> shape() {
        return shape;
    }

    @Override
    protected final KeyValues openOn(StoreHost opening) {
        if (supplied == null) {
            return new KeyValues(spec(), opening);
        }
        return new KeyValues(
                spec(), new SuppliedHost(opening, new SuppliedBytes(supplied, spec().headers() == HeaderUse.KEPT)));
    }

    @Override
    public final @Nullable F get(K key) {
        return shape.show(store().slot(Objects.requireNonNull(key, NO_KEY)));
    }

    @Override
    public final void put(K key, @Nullable F value) {
        Objects.requireNonNull(key, NO_KEY);
        KeyValues store = store();
        store.put(key, shape.value(value), shape.timestamp(value, store.origin()));
    }

    @Override
    public final @Nullable F putIfAbsent(K key, @Nullable F value) {
        Slot slot = store().slot(Objects.requireNonNull(key, NO_KEY));
        F present = shape.show(slot);
        if (present == null) {
            write(slot, key, value);
        }
        return present;
    }

    @Override
    public final void putAll(List<KeyValue<K, F>> entries) {
        for (KeyValue<K, F> entry : entries) {
            Objects.requireNonNull(entry.key, NO_KEY);
        }
        for (KeyValue<K, F> entry : entries) {
            put(entry.key, entry.value);
        }
    }

    @Override
    public final @Nullable F delete(K key) {
        Slot slot = store().slot(Objects.requireNonNull(key, NO_KEY));
        F present = shape.show(slot);
        write(slot, key, null);
        return present;
    }

    private void write(Slot slot, K key, @Nullable F value) {
        KeyValues store = store();
        store.write(slot, key, shape.value(value), shape.timestamp(value, store.origin()));
    }

    @Override
    public final KeyValueIterator<K, F> range(@Nullable K from, @Nullable K to) {
        return range(from, to, false);
    }

    @Override
    public final KeyValueIterator<K, F> reverseRange(@Nullable K from, @Nullable K to) {
        return range(from, to, true);
    }

    @Override
    public final KeyValueIterator<K, F> all() {
        return range(null, null, false);
    }

    @Override
    public final KeyValueIterator<K, F> reverseAll() {
        return range(null, null, true);
    }

    private KeyValueIterator<K, F> range(@Nullable K from, @Nullable K to, boolean descending) {
        KeyValues store = store();
        byte[] first = store.keys().encodeBound(from);
        byte[] last = store.keys().encodeBound(to);
        return new EntryIterator<>(store, store.range(first, last, descending), shape);
    }

    @Override
    public final <S extends Serializer<P>, P> KeyValueIterator<K, F> prefixScan(P prefix, S prefixKeySerializer) {
        Objects.requireNonNull(prefix, "prefix cannot be null");
        Objects.requireNonNull(prefixKeySerializer, "prefixKeySerializer cannot be null");
        KeyValues store = store();
        byte[] first = prefixKeySerializer.serialize(null, prefix);
        return new EntryIterator<>(store, store.scan(first, KeyValues.behindPrefix(first), false), shape);
    }

    @Override
    public final long approximateNumEntries() {
        return store().approximateEntries();
    }
}
