package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.ProcessorContext;

/**
 * Makes a new value of each value and its key, with state. An instance belongs to one task and is called by one
 * thread at a time.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 * @param <VR> the type of the result
 */
public interface ValueTransformerWithKey<K, V, VR> {

    /** Prepares for the first record. */
    void init(ProcessorContext context);

    /** The new value. The key must not be changed. Nothing may be forwarded. */
    VR transform(K readOnlyKey, V value);

    /** Lets go of what it holds, but not of stores. */
    void close();
}
