package dev.millrace.streams.processor.api;

/**
 * What a processor sees of the task it runs in, and its way to send records on.
 *
 * <p>Belongs to the stream thread of the task.
 *
 * <p>Source: KIP-478.
 *
 * @param <KForward> the type of the keys it may send
 * @param <VForward> the type of the values it may send
 */
public interface ProcessorContext<KForward, VForward> extends ProcessingContext {

    /**
     * Sends a record to all children, which process it before this returns.
     *
     * @throws dev.millrace.streams.errors.StreamsException if a child fails
     */
    <K extends KForward, V extends VForward> void forward(Record<K, V> record);

    /** Like {@link #forward(Record)}, but to the child with this name. */
    <K extends KForward, V extends VForward> void forward(Record<K, V> record, String childName);
}
