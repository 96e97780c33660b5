package dev.millrace.state;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Takes the updates of a caching store when they are due: at commit, or earlier if the cache is full.
 *
 * <p>While {@link #emit} runs, the task's current record is the one that last wrote the key.
 */
@FunctionalInterface
public interface EmissionListener {

    /**
     * One key changed since it was last emitted.
     *
     * @param key the key as it was written; {@code Windowed} for a window store
     * @param newValue null if the key has no value now
     * @param oldValue the value at the last emission, null if there was none or nobody asked for old values
     * @param timestamp event time of the new value, in milliseconds
     */
    void emit(Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers);
}
