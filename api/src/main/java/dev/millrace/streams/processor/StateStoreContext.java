package dev.millrace.streams.processor;

import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.processor.api.RecordMetadata;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.annotation.InterfaceStability;
import org.apache.kafka.common.serialization.Serde;

/** What a state store sees of the task it belongs to (KIP-478). Belongs to the stream thread of the task. */
public interface StateStoreContext {

    /** The id of the application. */
    String applicationId();

    /** The task. */
    TaskId taskId();

    /** Where the record that is being processed came from; empty if none is. */
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
     * Registers a store for restoring. Only during initialisation.
     *
     * @param store the store
     * @param stateRestoreCallback what takes the records of its changelog
     * @throws IllegalArgumentException if a store of this name is registered already
     * @throws dev.millrace.streams.errors.StreamsException if the store's changelog does not fit the task
     */
    void register(StateStore store, StateRestoreCallback stateRestoreCallback);

    /** Like {@link #register(StateStore, StateRestoreCallback)}, with something to do at each commit. */
    @InterfaceStability.Evolving
    void register(StateStore store, StateRestoreCallback stateRestoreCallback, CommitCallback commitCallback);

    /** The configuration of the application. */
    Map<String, Object> appConfigs();

    /** The part of the configuration that starts with this, without it. */
    Map<String, Object> appConfigsWithPrefix(String prefix);
}
