package dev.millrace.streams.processor;

/**
 * What is called regularly, on the stream thread of the task.
 *
 * <p>Source: KIP-138.
 */
@FunctionalInterface
public interface Punctuator {

    /**
     * Does what is due.
     *
     * @param timestamp the time of the call, by the clock it was scheduled with
     */
    void punctuate(long timestamp);
}
