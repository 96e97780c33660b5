package dev.millrace.streams.kstream;

import java.util.Objects;

/**
 * A key and the window it belongs to: the key of a windowed table.
 *
 * <p>Immutable, as far as the key is.
 *
 * @param <K> the type of the key
 */
public class Windowed<K> {
    private final K key;
    private final Window window;

    /** Creates the windowed key. */
    public Windowed(K key, Window window) {
        this.key = key;
        this.window = window;
    }

    /** The key. */
    public K key() {
        return key;
    }

    /** The window. */
    public Window window() {
        return window;
    }

    @Override
    public String toString() {
        return "[" + key + "@" + window.start() + "/" + window.end() + "]";
    }

    @Override
    public boolean equals(Object obj) {
        return this == obj
                || (obj instanceof Windowed<?> other
                        && Objects.equals(key, other.key)
                        && Objects.equals(window, other.window));
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(key) + Objects.hashCode(window);
    }
}
