package dev.millrace.benchmarks.trial;

import org.jspecify.annotations.Nullable;

/** A program that was started on an engine. Closing stops it. */
public interface Running extends AutoCloseable {

    /** The value that a key-value store has for a key; null if it has none. To be asked when the program runs. */
    @Nullable
    String value(String store, String key);

    @Override
    void close();
}
