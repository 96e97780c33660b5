package dev.millrace.streams.kstream;

public class Windowed<K> {

    public Windowed(K key, Window window) {
        throw new UnsupportedOperationException("Windowed");
    }

    public K key() {
        throw new UnsupportedOperationException("Windowed.key");
    }

    public Window window() {
        throw new UnsupportedOperationException("Windowed.window");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("Windowed.toString");
    }

    @Override
    public boolean equals(Object obj) {
        throw new UnsupportedOperationException("Windowed.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("Windowed.hashCode");
    }
}
