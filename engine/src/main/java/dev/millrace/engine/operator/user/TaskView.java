package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.api.ProcessingContext;
import dev.millrace.streams.processor.api.RecordMetadata;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * The task as user code sees it, whoever asks: the task itself, time, the current record. Stores, schedules and forwarding are
 * added by those who may.
 */
abstract class TaskView implements ProcessingContext {
    private final OperatorContext task;

    TaskView(OperatorContext task) {
        this.task = task;
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

    // The older interface of contexts asks for these one by one.

    public final @Nullable String topic() {
        return task.topic();
    }

    public final int partition() {
        return task.partition();
    }

    public final long offset() {
        return task.offset();
    }

    public final Headers headers() {
        return task.headers();
    }

    public final long timestamp() {
        return task.timestamp();
    }

    // ---- time ----

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
