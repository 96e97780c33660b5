package dev.millrace.engine.port;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Where records go: a producer, or a list.
 *
 * <p>{@link #send} hands over; {@link #flush} waits until all that was handed over is acknowledged. About a failed send the
 * production exception handler is asked. What comes of it is thrown by the next {@code send} or {@code flush}, and by all
 * that follow until {@link #startAgain} or {@link Transaction#initialise}:
 * <ul>
 *   <li>"continue": nothing; the record is lost.
 *   <li>"fail": {@link SinkFailedException}.
 *   <li>"retry": {@link UnknownOutcomeException}, because records sent after it may have arrived: start again from the last
 *       commit.
 * </ul>
 * A producer that was fenced is a {@code TaskMigratedException}.
 */
public interface RecordSink {
    /** For records that stand for no moment of event time. */
    long NO_TIMESTAMP = -1;

    /**
     * Hands over one record. The arrays are not copied and must not be changed afterwards. The headers are: the record may go
     * on elsewhere and be given others.
     *
     * @param partition null to let the producer choose by key
     * @param timestampMs event time; {@link #NO_TIMESTAMP} for the time at which it is sent
     * @param origin who sent it, for the error handler of a failed send
     */
    void send(
            String topic,
            @Nullable Integer partition,
            long timestampMs,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable Headers headers,
            SendOrigin origin);

    /** Waits until everything sent is acknowledged; throws what made the application fail meanwhile. */
    void flush();

    /**
     * Nothing follows for now: what was handed over is to be sent at once, and not to wait for company. Throws what
     * {@link #flush} would.
     */
    default void hurry() {}

    /** How many partitions a topic has, for partitioners that want to know. */
    int partitionsOf(String topic);

    /**
     * Forgets what was sent and not yet acknowledged, and failures, because the worker starts again from the last commit. Not
     * for transactions, which {@link Transaction#initialise} has to settle.
     */
    default void startAgain() {}

    /**
     * The offset after the last acknowledged record, for each changelog partition written to since the last call. To be asked
     * after a flush.
     */
    Map<TopicPartition, Long> acknowledgedChangelogOffsets();
}
