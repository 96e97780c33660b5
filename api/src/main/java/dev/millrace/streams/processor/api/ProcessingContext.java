package dev.millrace.streams.processor.api;

import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.processor.Cancellable;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.Punctuator;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.TaskId;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;

/**
 * What every kind of processor sees of the task it runs in. Belongs to the stream thread of the task.
 *
 * <p>Source: KIP-820.
 */
public interface ProcessingContext {

    /** The id of the application. */
    String applicationId();

    /** The task. */
    TaskId taskId();

    /** Where the record that is being processed came from; empty while none is, as in a punctuator. */
    Optional<RecordMetadata> recordMetadata();

    /** The default serde of keys. */
    Serde<?> keySerde();

    /** The default serde of values. */
    Serde<?> valueSerde();

    /** The directory of the task's state. */
    File stateDir();

    /** The metrics, and a way to add to them. */
    StreamsMetrics metrics();

    /**
     * The store with this name, null if there is none.
     *
     * @throws dev.millrace.streams.errors.StreamsException if the processor is not connected to it
     */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    <S extends StateStore> S getStateStore(String name);

    /**
     * Calls back regularly: at multiples of the interval, and once for all that were missed.
     *
     * @param interval how often, at least a millisecond
     * @param type by which clock
     * @param callback what to call
     * @throws IllegalArgumentException if the interval is shorter or does not fit into milliseconds
     */
    Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback);

    /** Like {@link #schedule(Duration, PunctuationType, Punctuator)}, first at this moment (KIP-1146). */
    Cancellable schedule(Instant startTime, Duration interval, PunctuationType type, Punctuator callback);

    /** Asks for a commit soon. */
    void commit();

    /** The configuration of the application. */
    Map<String, Object> appConfigs();

    /** The part of the configuration that starts with this, without it. */
    Map<String, Object> appConfigsWithPrefix(String prefix);

    /** The time of this machine, in milliseconds. */
    long currentSystemTimeMs();

    /** The highest timestamp the task has seen, in milliseconds; -1 if none. */
    long currentStreamTimeMs();
}
