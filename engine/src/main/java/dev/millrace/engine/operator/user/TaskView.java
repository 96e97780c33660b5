package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.Cancellable;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.Punctuator;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.api.ProcessingContext;
import dev.millrace.streams.processor.api.RecordMetadata;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** The task as user code in one of its nodes sees it: stores, time, the current record. Forwarding is added by those who may. */
abstract class TaskView implements ProcessingContext {
    private final Operator node;
    private final OperatorContext task;
    private final List<String> connectedStores;

    TaskView(Operator node, OperatorContext task, List<String> connectedStores) {
        this.node = node;
        this.task = task;
        this.connectedStores = connectedStores;
    }

    /** The task that this is a view of. */
    final OperatorContext task() {
        return task;
    }

    /**
     * Whether the context already speaks of this timestamp and these headers. A {@code Record} holds a copy of its headers,
     * so it is what is in them that counts; nearly always that is nothing.
     */
    static boolean describes(OperatorContext task, long timestamp, Headers headers) {
        return timestamp == task.timestamp() && headers.equals(task.headers());
    }

    /** The current record's origin, with another timestamp and other headers. */
    static OriginSnapshot originWith(OperatorContext task, long timestamp, Headers headers) {
        return new OriginSnapshot(task.topic(), task.partition(), task.offset(), timestamp, headers);
    }

    // ---- the current record ----

    /** Always there, as in the reference: where no record is being processed, its topic is null. */
    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return Optional.of(new SourcePosition(task.topic(), task.partition(), task.offset()));
    }

    /** Where the current record came from. */
    private record SourcePosition(@Nullable String topic, int partition, long offset) implements RecordMetadata {}

    // ---- stores ----

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S extends StateStore> S getStateStore(String name) {
        StateStore store = accessible(name);
        if (store == null) {
            throw new StreamsException("Processor " + node.name() + " has no access to StateStore " + name
                    + " as the store is not connected to the processor. If you add stores manually via '.addStateStore()'"
                    + " make sure to connect the added store to the processor by providing the processor name to"
                    + " '.addStateStore()' or connect them via '.connectProcessorAndStateStores()'. DSL users need to"
                    + " provide the store name to '.process()' or '.processValues()' to connect the store to the"
                    + " corresponding operator, or they can provide a StoreBuilder by implementing the stores() method on"
                    + " the supplier itself. It is connected to: " + connectedStores + ".");
        }
        return (S) store;
    }

    private @Nullable StateStore accessible(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return connectedStores.contains(name) ? task.stateStore(name) : task.globalStore(name);
    }

    // ---- time ----

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback) {
        return task.schedule(
                null,
                Schedules.checkedInterval(interval),
                Schedules.given(type, "punctuation type"),
                Schedules.given(callback, "punctuator"),
                node);
    }

    @Override
    public Cancellable schedule(Instant startTime, Duration interval, PunctuationType type, Punctuator callback) {
        return task.schedule(
                Schedules.checkedStart(startTime),
                Schedules.checkedInterval(interval),
                Schedules.given(type, "punctuation type"),
                Schedules.given(callback, "punctuator"),
                node);
    }

    @Override
    public long currentSystemTimeMs() {
        return task.wallClockMs();
    }

    @Override
    public long currentStreamTimeMs() {
        return task.streamTimeMs();
    }

    // ---- the task ----

    @Override
    public void commit() {
        task.requestCommit();
    }

    @Override
    public String applicationId() {
        return task.applicationId();
    }

    @Override
    public TaskId taskId() {
        return task.taskId();
    }

    @Override
    public Serde<?> keySerde() {
        return task.defaultKeySerde();
    }

    @Override
    public Serde<?> valueSerde() {
        return task.defaultValueSerde();
    }

    @Override
    public File stateDir() {
        return task.stateDir();
    }

    @Override
    public StreamsMetrics metrics() {
        return task.metrics();
    }

    @Override
    public Map<String, Object> appConfigs() {
        return task.appConfigs();
    }

    @Override
    public Map<String, Object> appConfigsWithPrefix(String prefix) {
        return task.appConfigsWithPrefix(prefix);
    }
}
