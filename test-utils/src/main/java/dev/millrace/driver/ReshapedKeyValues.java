package dev.millrace.driver;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullUnmarked;

/**
 * A key-value store that shows values in another shape.
 *
 * @param <F> the shape in the store
 * @param <G> the shape shown
 */
@NullUnmarked
final class ReshapedKeyValues<K, F, G> extends ReshapedStore<KeyValueStore<K, F>, F, G> implements KeyValueStore<K, G> {

    /**
     * The store in another shape.
     *
     * @param shown from the shape in the store to the one shown
     * @param given from the shape shown to the one in the store
     */
    ReshapedKeyValues(KeyValueStore<K, F> store, Function<F, G> shown, Function<G, F> given) {
        super(store, shown, given);
    }

    // ---- writing ----

    @Override
    public void put(K key, G value) {
        store.put(key, given.apply(value));
    }

    @Override
    public G putIfAbsent(K key, G value) {
        return shown.apply(store.putIfAbsent(key, given.apply(value)));
    }

    @Override
    public void putAll(List<KeyValue<K, G>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public G delete(K key) {
        return shown.apply(store.delete(key));
    }

    // ---- reading ----

    @Override
    public G get(K key) {
        return shown.apply(store.get(key));
    }

    @Override
    public KeyValueIterator<K, G> range(K from, K to) {
        return new ReshapedIterator<>(store.range(from, to), shown);
    }

    @Override
    public KeyValueIterator<K, G> reverseRange(K from, K to) {
        return new ReshapedIterator<>(store.reverseRange(from, to), shown);
    }

    @Override
    public KeyValueIterator<K, G> all() {
        return new ReshapedIterator<>(store.all(), shown);
    }

    @Override
    public KeyValueIterator<K, G> reverseAll() {
        return new ReshapedIterator<>(store.reverseAll(), shown);
    }

    @Override
    public <PS extends Serializer<P>, P> KeyValueIterator<K, G> prefixScan(P prefix, PS prefixKeySerializer) {
        return new ReshapedIterator<>(store.prefixScan(prefix, prefixKeySerializer), shown);
    }

    @Override
    public long approximateNumEntries() {
        return store.approximateNumEntries();
    }
}
