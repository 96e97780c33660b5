package dev.millrace.kafka;

/**
 * The offset after the last acknowledged record of one changelog partition, until the worker takes it.
 *
 * <p>Written on the producer's thread, read by the worker after a flush, which orders the two; so it needs no fence.
 */
final class AckedOffset {
    static final long NONE = -1;

    long next = NONE;
}
