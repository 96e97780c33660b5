package dev.millrace.engine.port;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The transactions of one worker, one after the other: everything sent through its {@link RecordSink} between
 * {@link #begin} and {@link #commit} happens, together with the input offsets, as a whole or not at all.
 *
 * <p>Outcomes other than success, from every method:
 * <ul>
 *   <li>{@code TaskMigratedException}: someone else took over; close all tasks as lost and join the group again.
 *   <li>{@link UnknownOutcomeException}: the transaction may be committed or not. Nothing local may be concluded from it:
 *       {@link #initialise}, ask the group for its committed offsets, replay the tail.
 *   <li>{@code TimeoutException} (Kafka's): from {@link #initialise} alone. Nothing happened; try again within the task's
 *       time-out.
 *   <li>{@code StreamsException}, {@link SinkFailedException} among them: not to be repaired by trying again.
 * </ul>
 *
 * <p>Belongs to the worker thread.
 */
public interface Transaction {

    /**
     * Gets ready, and settles the past: fences whoever used this worker's transactional id before, aborts what was left open,
     * and waits for what was being committed. Call once at the start, and again after anything but success: it starts over
     * with a fresh producer.
     */
    void initialise();

    /** Opens a transaction, if none is open. */
    void begin();

    /** Whether a transaction is open. */
    boolean open();

    /** Adds input offsets to the open transaction, on behalf of the group member that {@code member} names. */
    void sendOffsets(Map<TopicPartition, CommitPoint> offsets, RecordSource.GroupToken member);

    /** Waits until everything sent is acknowledged, then commits. */
    void commit();

    /** Aborts the open transaction, if there is one. */
    void abort();
}
