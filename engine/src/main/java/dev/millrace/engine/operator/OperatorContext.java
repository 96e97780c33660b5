package dev.millrace.engine.operator;

import dev.millrace.engine.port.FaultPolicy;
import dev.millrace.engine.port.RecordSink;
import dev.millrace.state.JoinSideState;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.RecordBufferState;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.SessionState;
import dev.millrace.state.SuppressState;
import dev.millrace.state.UnmatchedState;
import dev.millrace.state.WindowState;
import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.processor.Cancellable;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.Punctuator;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.TaskId;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * The task as its operators see it: the current record, time, stores, the sink, and where failures go.
 *
 * <p>As {@link RecordOrigin} it describes the source record that is being processed. Where an operator of the user's gives
 * it another timestamp or other headers, the context speaks of those while the record is further downstream.
 */
public interface OperatorContext extends RecordOrigin {

    TaskId taskId();

    /** Whether this is the task that keeps the global stores of the instance. */
    boolean global();

    String applicationId();

    /** The configuration as given by the user. */
    Map<String, Object> appConfigs();

    /** What of {@link #appConfigs()} begins with {@code prefix}, by names without it. */
    default Map<String, Object> appConfigsWithPrefix(String prefix) {
        Map<String, Object> found = new HashMap<>();
        appConfigs().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** The configured default serde; fails, naming the config key, if none is configured. */
    Serde<?> defaultKeySerde();

    /** The configured default serde; fails, naming the config key, if none is configured. */
    Serde<?> defaultValueSerde();

    File stateDir();

    StreamsMetrics metrics();

    // ---- time ----

    /** The highest event time of all records this task has taken up, -1 before the first. */
    long streamTimeMs();

    /** Wall-clock time, read once per batch. */
    long wallClockMs();

    /** Calls {@code punctuator} every {@code interval} (from {@code start} on, if given) until cancelled. */
    Cancellable schedule(
            @Nullable Instant start, Duration interval, PunctuationType type, Punctuator punctuator, Operator node);

    /** The mark of this name, which belongs to one operator. What an earlier life of the task set is there with the first record. */
    Mark mark(String name);

    // ---- stores ----

    /** A store of this task, as user code sees it; null if there is none of that name. */
    @Nullable
    StateStore stateStore(String name);

    /** A global store, as user code of this task sees it (to read); null if there is none of that name. */
    @Nullable
    StateStore globalStore(String name);

    KeyValueState keyValues(String storeName);

    WindowState windows(String storeName);

    SessionState sessions(String storeName);

    JoinSideState joinSide(String storeName);

    UnmatchedState unmatched(String storeName);

    /** The buffer of a suppression. */
    SuppressState suppression(String storeName);

    /** A buffer of records that wait. */
    RecordBufferState recordBuffer(String storeName);

    /** A global table's store, to read. Safe: the task holds the global read lock while it processes a batch. */
    KeyValueState globalKeyValues(String storeName);

    // ---- versions ----

    /**
     * Whether the table update at work is of the past: a versioned store took it in as a version that is not the latest of its
     * key. Who combines the latest rows of versioned tables leaves such updates out.
     */
    boolean ofThePast();

    /** Says so of an update while it goes downstream; returns what was said before, which is to be put back. */
    boolean ofThePast(boolean past);

    // ---- out ----

    RecordSink sink();

    /** The full name of an internal topic, or the name itself if the topic is not internal. */
    String topicName(String declaredName);

    /** Asks for a commit soon after the current record. */
    void requestCommit();

    // ---- what goes wrong ----

    FaultPolicy faults();

    /** What a fault policy is told about the current record and the node that failed on it. */
    ErrorHandlerContext faultContext(String nodeName);

    /** Counts a record that an operator leaves out (null key, late), and says so in the log now and then. */
    void dropped(Operator node, String reason);

    /**
     * An operator threw. Asks the processing exception handler; returns if the record is to be dropped at this node, and
     * throws otherwise. What must not be handled (already failed below, thread interrupted, fenced) is thrown on as it is.
     */
    void failed(
            Operator node,
            @Nullable Object key,
            @Nullable Object value,
            long timestamp,
            Headers headers,
            RuntimeException error);
}
