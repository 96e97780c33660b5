package dev.millrace.streams.processor;

import dev.millrace.streams.StreamsMetrics;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;

/**
 * What transformers and old error handlers see of the task they run in.
 *
 * <p>Belongs to the stream thread of the task. New code uses {@link dev.millrace.streams.processor.api.ProcessorContext}.
 */
public interface ProcessorContext {

    /** The id of the application. */
    String applicationId();

    /** The task. */
    TaskId taskId();

    /** The default serde of keys. */
    Serde<?> keySerde();

    /** The default serde of values. */
    Serde<?> valueSerde();

    /** The directory of the task's state. */
    File stateDir();

    /** The metrics, and a way to add to them. */
    StreamsMetrics metrics();

    /**
     * Registers a store for restoring. Only during initialisation.
     *
     * @param store the store
     * @param stateRestoreCallback what takes the records of its changelog
     * @throws IllegalArgumentException if a store of this name is registered already
     * @throws dev.millrace.streams.errors.StreamsException if the store's changelog does not fit the task
     */
    void register(StateStore store, StateRestoreCallback stateRestoreCallback);

    /** The store with this name, null if the processor is not connected to one. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    <S extends StateStore> S getStateStore(String name);

    /**
     * Calls back regularly.
     *
     * @param interval how often, at least a millisecond
     * @param type by which clock
     * @param callback what to call
     * @throws IllegalArgumentException if the interval is shorter or does not fit into milliseconds
     */
    Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback);

    /** Like {@link #schedule(Duration, PunctuationType, Punctuator)}, from this moment on. */
    Cancellable schedule(Instant startTime, Duration interval, PunctuationType type, Punctuator callback);

    /** Sends a record to all children. */
    <K, V> void forward(K key, V value);

    /** Sends a record to where {@code to} says. */
    <K, V> void forward(K key, V value, To to);

    /** Asks for a commit soon. */
    void commit();

    /** The topic of the current record, null if there is none. */
    String topic();

    /** The partition of the current record, -1 if there is none. */
    int partition();

    /** The offset of the current record, -1 if there is none. */
    long offset();

    /** The headers of the current record, empty if there are none. */
    Headers headers();

    /** The timestamp of the current record. */
    long timestamp();

    /** The configuration of the application. */
    Map<String, Object> appConfigs();

    /** The part of the configuration that starts with this, without it. */
    Map<String, Object> appConfigsWithPrefix(String prefix);

    /** The time of this machine, in milliseconds. */
    long currentSystemTimeMs();

    /** The highest timestamp the task has seen, in milliseconds; -1 if none. */
    long currentStreamTimeMs();
}
