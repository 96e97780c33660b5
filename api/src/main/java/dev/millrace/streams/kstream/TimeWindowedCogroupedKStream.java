package dev.millrace.streams.kstream;

import dev.millrace.streams.state.WindowStore;
import org.apache.kafka.common.utils.Bytes;

/**
 * Several grouped streams that contribute to one aggregate for each key and window (KIP-150).
 *
 * <p>Records that come after the grace period of their windows, and those without a key or a value, are dropped. No
 * argument may be null: that is a {@code NullPointerException}.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the aggregate
 */
public interface TimeWindowedCogroupedKStream<K, V> {

    /**
     * As {@link #aggregate(Initializer, Named, Materialized)}, under a generated name and in a store with a generated
     * name.
     */
    KTable<Windowed<K>, V> aggregate(Initializer<V> initializer);

    /** As {@link #aggregate(Initializer, Named, Materialized)}, in a store with a generated name. */
    KTable<Windowed<K>, V> aggregate(Initializer<V> initializer, Named named);

    /** As {@link #aggregate(Initializer, Named, Materialized)}, under a generated name. */
    KTable<Windowed<K>, V> aggregate(
            Initializer<V> initializer, Materialized<K, V, WindowStore<Bytes, byte[]>> materialized);

    /** The aggregate of each key and window. */
    KTable<Windowed<K>, V> aggregate(
            Initializer<V> initializer, Named named, Materialized<K, V, WindowStore<Bytes, byte[]>> materialized);
}
