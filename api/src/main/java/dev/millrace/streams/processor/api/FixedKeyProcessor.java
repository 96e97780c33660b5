package dev.millrace.streams.processor.api;

/**
 * A processor that cannot change keys, so that what it sends on stays partitioned as it was (KIP-820).
 *
 * <p>An instance belongs to one task and is called by one thread at a time.
 *
 * @param <KIn> the type of the keys
 * @param <VIn> the type of the values
 * @param <VOut> the type of the values it sends on
 */
@FunctionalInterface
public interface FixedKeyProcessor<KIn, VIn, VOut> {

    /** Prepares for the first record. May be called again after {@link #close}. */
    default void init(FixedKeyProcessorContext<KIn, VOut> context) {}

    /** Processes a record. Records with null keys or values come as well. */
    void process(FixedKeyRecord<KIn, VIn> record);

    /** Lets go of what the processor holds, but not of its stores, which are closed by themselves. */
    default void close() {}
}
