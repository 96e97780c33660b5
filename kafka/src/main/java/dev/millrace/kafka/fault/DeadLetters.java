package dev.millrace.kafka.fault;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of one worker that wait to be sent.
 *
 * <p>A queue, because a letter may be written on the producer's own thread, which must not wait for itself. Safe for any
 * thread.
 */
public final class DeadLetters {
    private final Queue<ProducerRecord<byte[], byte[]>> waiting = new ConcurrentLinkedQueue<>();

    /** Adds letters, behind those that wait. */
    void add(List<ProducerRecord<byte[], byte[]>> letters) {
        waiting.addAll(letters);
    }

    /** Whether none waits. */
    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Takes the oldest, or null if none waits. */
    public @Nullable ProducerRecord<byte[], byte[]> poll() {
        return waiting.poll();
    }

    /** Throws all away that wait, because the transaction they belong to did not happen. */
    public void discard() {
        waiting.clear();
    }
}
