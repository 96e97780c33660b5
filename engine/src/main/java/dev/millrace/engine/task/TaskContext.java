package dev.millrace.engine.task;

import dev.millrace.engine.metric.TaskCounters;
import dev.millrace.engine.operator.Mark;
import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.FaultPolicy;
import dev.millrace.engine.port.RecordSink;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.engine.task.intake.InputQueue;
import dev.millrace.engine.task.intake.Intake;
import dev.millrace.state.JoinSideState;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordBufferState;
import dev.millrace.state.SessionState;
import dev.millrace.state.SuppressState;
import dev.millrace.state.TaskState;
import dev.millrace.state.UnmatchedState;
import dev.millrace.state.WindowState;
import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.processor.Cancellable;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.Punctuator;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.api.RecordMetadata;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * The task as its operators see it, and the one place that knows which record is being worked on.
 *
 * <p>That record is one of three: the head that the intake handed out ({@link #turnTo}), the earlier record of an update
 * that a store emits late ({@link #actFor}), or none ({@link #noRecord}: start, punctuation, close). The last two are
 * snapshots that stand in for the first, so that a record costs a few field writes and no object.
 */
final class TaskContext implements OperatorContext {
    private final TaskId taskId;
    private final TaskEnvironment environment;
    private final UnaryOperator<String> topicNames;
    private final TaskFaults faults;
    private final Punctuations punctuations;
    private @Nullable TaskState state;
    private @Nullable Intake intake;

    private @Nullable InputQueue input;
    private @Nullable OriginSnapshot standIn = noRecord(-1);

    private long wallClockMs;
    private boolean commitRequested;
    private final Map<String, Mark> marks = new HashMap<>();
    private boolean ofThePast;

    /** The {@code topicNames} turn a declared name into the full one. */
    TaskContext(TaskId taskId, TaskEnvironment environment, UnaryOperator<String> topicNames, TaskCounters counters) {
        this.taskId = taskId;
        this.environment = environment;
        this.topicNames = topicNames;
        this.faults = new TaskFaults(this, environment, counters);
        this.punctuations = new Punctuations(this, faults, counters);
    }

    /** Completes the context; both parts need it to be built. */
    void complete(TaskState state, Intake intake) {
        this.state = state;
        this.intake = intake;
    }

    TaskState state() {
        return Objects.requireNonNull(state);
    }

    Intake intake() {
        return Objects.requireNonNull(intake);
    }

    TaskFaults taskFaults() {
        return faults;
    }

    Punctuations punctuations() {
        return punctuations;
    }

    // ---- which record ----

    /** From now on the head of {@code input} is being worked on. */
    void turnTo(InputQueue input) {
        this.input = input;
        this.standIn = null;
    }

    /** No record is being worked on. */
    void turnAway() {
        standIn = noRecord(timestamp());
        input = null;
    }

    /** What stands in for a record where there is none. */
    static OriginSnapshot noRecord(long timestamp) {
        return new OriginSnapshot(null, -1, -1, timestamp, new RecordHeaders());
    }

    @Override
    public @Nullable OriginSnapshot actFor(@Nullable OriginSnapshot earlier) {
        OriginSnapshot before = standIn;
        standIn = earlier;
        return before;
    }

    private InputQueue input() {
        return Objects.requireNonNull(input);
    }

    private SourceBatch batch() {
        return input().batch();
    }

    @Override
    public @Nullable String topic() {
        return standIn != null ? standIn.topic() : input().partition().topic();
    }

    @Override
    public int partition() {
        return standIn != null ? standIn.partition() : input().partition().partition();
    }

    @Override
    public long offset() {
        return standIn != null ? standIn.offset() : batch().offset(input().index());
    }

    @Override
    public long timestamp() {
        return standIn != null ? standIn.timestamp() : input().timestamp();
    }

    @Override
    public Headers headers() {
        return standIn != null ? standIn.headers() : input().headers();
    }

    @Override
    public byte @Nullable [] sourceKeyBytes(Object key) {
        return input != null && key == input.key() ? input.reusableKeyBytes() : null;
    }

    @Override
    public byte @Nullable [] sourceValueBytes(Object value) {
        return input != null && value == input.value() ? input.reusableValueBytes() : null;
    }

    /** Whether a snapshot is of the record that the intake handed out, be it with other timestamp or headers. */
    private boolean speaksOfInput(OriginSnapshot snapshot) {
        return input != null
                && snapshot.offset() == batch().offset(input.index())
                && snapshot.partition() == input.partition().partition()
                && input.partition().topic().equals(snapshot.topic());
    }

    /** Never empty: where there is no record, it has no topic, and -1 as partition and offset. */
    Optional<RecordMetadata> recordMetadata() {
        return Optional.of(new SourcePosition(topic(), partition(), offset()));
    }

    /** Where the current record came from. */
    private record SourcePosition(@Nullable String topic, int partition, long offset) implements RecordMetadata {}

    // ---- the task ----

    @Override
    public TaskId taskId() {
        return taskId;
    }

    @Override
    public boolean global() {
        return taskId.equals(TaskFactory.GLOBAL);
    }

    @Override
    public String applicationId() {
        return environment.applicationId();
    }

    @Override
    public Map<String, Object> appConfigs() {
        return environment.appConfigs();
    }

    @Override
    public Serde<?> defaultKeySerde() {
        return environment.defaultKeySerde().get();
    }

    @Override
    public Serde<?> defaultValueSerde() {
        return environment.defaultValueSerde().get();
    }

    @Override
    public File stateDir() {
        return environment.stateDir().apply(taskId);
    }

    @Override
    public StreamsMetrics metrics() {
        return environment.metrics();
    }

    // ---- time ----

    /** The task starts now: that is all the record context there is. */
    void startAt(long nowMs) {
        wallClockMs = nowMs;
        standIn = noRecord(nowMs);
    }

    /** Sets the wall-clock time that operators see until the next call. */
    void wallClockIs(long nowMs) {
        wallClockMs = nowMs;
    }

    @Override
    public long streamTimeMs() {
        return intake().streamTimeMs();
    }

    @Override
    public long wallClockMs() {
        return wallClockMs;
    }

    @Override
    public Cancellable schedule(
            @Nullable Instant start, Duration interval, PunctuationType type, Punctuator punctuator, Operator node) {
        return punctuations.schedule(start, interval, type, punctuator, node);
    }

    @Override
    public Mark mark(String name) {
        return marks.computeIfAbsent(name, unseen -> new Mark());
    }

    /** The marks that are set. */
    Map<String, Long> marks() {
        Map<String, Long> set = new HashMap<>();
        marks.forEach((name, mark) -> {
            if (mark.timeMs() != Mark.UNSET) {
                set.put(name, mark.timeMs());
            }
        });
        return set;
    }

    // ---- stores ----

    @Override
    public @Nullable StateStore stateStore(String name) {
        return state().store(name);
    }

    @Override
    public @Nullable StateStore globalStore(String name) {
        return environment.globals().store(name);
    }

    @Override
    public KeyValueState keyValues(String storeName) {
        return state().keyValues(storeName);
    }

    @Override
    public WindowState windows(String storeName) {
        return state().windows(storeName);
    }

    @Override
    public SessionState sessions(String storeName) {
        return state().sessions(storeName);
    }

    @Override
    public JoinSideState joinSide(String storeName) {
        return state().joinSide(storeName);
    }

    @Override
    public UnmatchedState unmatched(String storeName) {
        return state().unmatched(storeName);
    }

    @Override
    public SuppressState suppression(String storeName) {
        return state().suppression(storeName);
    }

    @Override
    public RecordBufferState recordBuffer(String storeName) {
        return state().recordBuffer(storeName);
    }

    @Override
    public boolean ofThePast() {
        return ofThePast;
    }

    @Override
    public boolean ofThePast(boolean past) {
        boolean before = ofThePast;
        ofThePast = past;
        return before;
    }

    @Override
    public KeyValueState globalKeyValues(String storeName) {
        return environment.globals().keyValues(storeName);
    }

    // ---- out ----

    @Override
    public RecordSink sink() {
        return environment.sink();
    }

    @Override
    public String topicName(String declaredName) {
        return topicNames.apply(declaredName);
    }

    @Override
    public void requestCommit() {
        commitRequested = true;
    }

    boolean commitRequested() {
        return commitRequested;
    }

    void commitDone() {
        commitRequested = false;
    }

    // ---- what goes wrong ----

    @Override
    public FaultPolicy faults() {
        return environment.faults();
    }

    @Override
    public ErrorHandlerContext faultContext(String nodeName) {
        boolean ofInput = standIn == null || speaksOfInput(standIn);
        return new FailedRecord(
                this,
                nodeName,
                ofInput ? batch().key(input().index()) : null,
                ofInput ? batch().value(input().index()) : null);
    }

    @Override
    public void dropped(Operator node, String reason) {
        faults.dropped(node.name(), reason);
    }

    @Override
    public void failed(
            Operator node,
            @Nullable Object key,
            @Nullable Object value,
            long timestamp,
            Headers headers,
            RuntimeException error) {
        faults.failed(node.name(), key, value, timestamp, headers, error);
    }
}
