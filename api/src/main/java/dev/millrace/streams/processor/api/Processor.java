package dev.millrace.streams.processor.api;

/**
 * One step of a topology, in the user's code: called for each record.
 *
 * <p>An instance belongs to one task and is called by one thread at a time.
 *
 * <p>Source: KIP-478, and the section "Processor API" of the Kafka documentation.
 *
 * @param <KIn> the type of the keys
 * @param <VIn> the type of the values
 * @param <KOut> the type of the keys it sends on
 * @param <VOut> the type of the values it sends on
 */
@FunctionalInterface
public interface Processor<KIn, VIn, KOut, VOut> {

    /** Prepares for the first record. May be called again after {@link #close}. */
    default void init(ProcessorContext<KOut, VOut> context) {}

    /** Processes a record. Records with null keys or values come as well. */
    void process(Record<KIn, VIn> record);

    /** Lets go of what the processor holds, but not of its stores, which are closed by themselves. */
    default void close() {}
}
