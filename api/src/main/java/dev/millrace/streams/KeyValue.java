package dev.millrace.streams;

public class KeyValue<K, V> {
    public final K key;
    public final V value;

    public KeyValue(K key, V value) {
        throw new UnsupportedOperationException("KeyValue");
    }

    public static <K, V> KeyValue<K, V> pair(K key, V value) {
        throw new UnsupportedOperationException("KeyValue.pair");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("KeyValue.toString");
    }

    @Override
    public boolean equals(Object obj) {
        throw new UnsupportedOperationException("KeyValue.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("KeyValue.hashCode");
    }
}
