package dev.millrace.streams.query;

/**
 * A question to a state store (KIP-796).
 *
 * @param <R> the type of the answer
 */
public interface Query<R> {}
