package dev.millrace.kafka;

/**
 * The offset after the last acknowledged record of one changelog partition.
 *
 * <p>Written on the producer's thread, read by the worker after a flush, which orders the two; so it needs no fence.
 */
final class AckedOffset {
    long next = -1;
}
