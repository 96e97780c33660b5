package dev.millrace.mock;

import org.jspecify.annotations.Nullable;

/**
 * A value that a test has to set before the processor under test asks for it.
 *
 * @param <T> the type of the value
 */
public final class Given<T> {
    private final String what;
    private final String setters;
    private @Nullable T value;

    public Given(String what, String setters) {
        this.what = what;
        this.setters = setters;
    }

    public void set(T given) {
        value = given;
    }

    /** The value; fails, naming what sets it, if there is none. */
    public T get() {
        if (value == null) {
            throw new IllegalStateException(what + " is not known here: give it with " + setters);
        }
        return value;
    }

    public T orElse(T absent) {
        return value == null ? absent : value;
    }
}
