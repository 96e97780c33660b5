package dev.millrace.streams;

import java.util.Objects;

/**
 * A key and its value; either may be null.
 *
 * <p>Immutable, as far as the key and the value are.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 */
public class KeyValue<K, V> {
    /** The key. */
    public final K key;

    /** The value. */
    public final V value;

    /** Creates the pair. */
    public KeyValue(K key, V value) {
        this.key = key;
        this.value = value;
    }

    /** Creates the pair, with the types inferred. */
    public static <K, V> KeyValue<K, V> pair(K key, V value) {
        return new KeyValue<>(key, value);
    }

    @Override
    public String toString() {
        return "KeyValue(" + key + ", " + value + ")";
    }

    @Override
    public boolean equals(Object obj) {
        return this == obj
                || (obj instanceof KeyValue<?, ?> other
                        && Objects.equals(key, other.key)
                        && Objects.equals(value, other.value));
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, value);
    }
}
