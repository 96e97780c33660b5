package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.ProcessorContext;

/**
 * Makes a new value of each value, with state. An instance belongs to one task and is called by one thread at a time.
 *
 * @param <V> the type of the value
 * @param <VR> the type of the result
 * @deprecated nothing takes one any more: use {@link KStream#process} or {@link KStream#processValues}
 */
@Deprecated
public interface ValueTransformer<V, VR> {

    /** Prepares for the first record. */
    void init(ProcessorContext context);

    /** The new value. */
    VR transform(V value);

    /** Lets go of what it holds, but not of stores. */
    void close();
}
