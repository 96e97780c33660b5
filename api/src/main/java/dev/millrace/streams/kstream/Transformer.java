package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.ProcessorContext;

/**
 * Makes something of each record, with state. An instance belongs to one task and is called by one thread at a time.
 *
 * @param <K> the type of the key
 * @param <V> the type of the value
 * @param <R> the type of the result
 * @deprecated nothing takes one any more: use {@link KStream#process} or {@link KStream#processValues}
 */
@Deprecated
public interface Transformer<K, V, R> {

    /** Prepares for the first record. */
    void init(ProcessorContext context);

    /** What it makes of the record; null for nothing. */
    R transform(K key, V value);

    /** Lets go of what it holds, but not of stores. */
    void close();
}
