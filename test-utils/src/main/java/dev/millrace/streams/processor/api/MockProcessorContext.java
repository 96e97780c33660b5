package dev.millrace.streams.processor.api;

import dev.millrace.mock.MockTask;
import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.processor.Cancellable;
import dev.millrace.streams.processor.CommitCallback;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.Punctuator;
import dev.millrace.streams.processor.StateRestoreCallback;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.processor.TaskId;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.NullUnmarked;

/**
 * The processor context for the unit test of one processor: answers what the test told it, and remembers what was forwarded,
 * scheduled and committed. A punctuator runs when the test calls it.
 *
 * <pre>{@code
 * var context = new MockProcessorContext<String, Long>();
 * processor.init(context);
 * processor.process(new Record<>("key", "value", 0L));
 * assertEquals(1, context.forwarded().size());
 * }</pre>
 *
 * <p>For whole topologies use {@link dev.millrace.streams.TopologyTestDriver}. Belongs to the thread of the test.
 *
 * @param <KForward> the type of the keys that are forwarded
 * @param <VForward> the type of the values that are forwarded
 */
@NullUnmarked
public class MockProcessorContext<KForward, VForward> implements ProcessorContext<KForward, VForward> {
    private final MockTask task;
    private final List<CapturedForward<? extends KForward, ? extends VForward>> forwarded = new ArrayList<>();
    private final List<CapturedPunctuator> punctuators = new ArrayList<>();
    private RecordMetadata recordMetadata;

    /** A context without configuration; see {@link #MockProcessorContext(Properties, TaskId, File)}. */
    public MockProcessorContext() {
        this(new Properties());
    }

    /** A context of task 0_0 without files; see {@link #MockProcessorContext(Properties, TaskId, File)}. */
    public MockProcessorContext(Properties config) {
        this(config, MockTask.ONLY_TASK, null);
    }

    /**
     * Creates a context.
     *
     * @param config the application's configuration; {@code application.id} and {@code bootstrap.servers} may be left out
     * @param taskId what {@link #taskId()} answers
     * @param stateDir what {@link #stateDir()} answers; null if no store keeps files
     */
    public MockProcessorContext(Properties config, TaskId taskId, File stateDir) {
        task = new MockTask(config, taskId, stateDir);
    }

    // ---- what the application is ----

    @Override
    public String applicationId() {
        return task.applicationId();
    }

    @Override
    public TaskId taskId() {
        return task.id();
    }

    @Override
    public Map<String, Object> appConfigs() {
        return task.settings();
    }

    @Override
    public Map<String, Object> appConfigsWithPrefix(String prefix) {
        return task.config().originalsWithPrefix(prefix);
    }

    @Override
    public Serde<?> keySerde() {
        return task.config().defaultKeySerde();
    }

    @Override
    public Serde<?> valueSerde() {
        return task.config().defaultValueSerde();
    }

    /** {@inheritDoc} Fails if the test gave none. */
    @Override
    public File stateDir() {
        return Objects.requireNonNull(
                task.stateDir(),
                "There is no state directory: give the constructor of MockProcessorContext one, or use a store in memory");
    }

    @Override
    public StreamsMetrics metrics() {
        return task.metrics();
    }

    // ---- the record that is processed ----

    /** Sets what {@link #recordMetadata()} answers. */
    public void setRecordMetadata(String topic, int partition, long offset) {
        recordMetadata = new GivenMetadata(topic, partition, offset);
    }

    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return Optional.ofNullable(recordMetadata);
    }

    // ---- time ----

    /** Sets what {@link #currentSystemTimeMs()} answers. */
    public void setCurrentSystemTimeMs(long currentSystemTimeMs) {
        task.systemTimeMs().set(currentSystemTimeMs);
    }

    /** Sets what {@link #currentStreamTimeMs()} answers. */
    public void setCurrentStreamTimeMs(long currentStreamTimeMs) {
        task.streamTimeMs().set(currentStreamTimeMs);
    }

    /** {@inheritDoc} Fails if it was not set. */
    @Override
    public long currentSystemTimeMs() {
        return task.systemTimeMs().get();
    }

    /** {@inheritDoc} Fails if it was not set. */
    @Override
    public long currentStreamTimeMs() {
        return task.streamTimeMs().get();
    }

    // ---- stores ----

    /** Makes a store known to {@link #getStateStore}. To be initialised with {@link #getStateStoreContext()}. */
    public <S extends StateStore> void addStateStore(S stateStore) {
        task.stores().put(stateStore.name(), stateStore);
    }

    /** {@inheritDoc} Null if no such store was added. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S extends StateStore> S getStateStore(String name) {
        return (S) task.stores().get(name);
    }

    /** This context, as a store sees it. */
    public StateStoreContext getStateStoreContext() {
        return new StoreView();
    }

    // ---- punctuation ----

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback) {
        return schedule(null, interval, type, callback);
    }

    @Override
    public Cancellable schedule(Instant startTime, Duration interval, PunctuationType type, Punctuator callback) {
        CapturedPunctuator captured = new CapturedPunctuator(startTime, interval, type, callback);
        punctuators.add(captured);
        return captured::cancel;
    }

    /** What was scheduled, cancelled or not, in order. */
    public List<CapturedPunctuator> scheduledPunctuators() {
        return new ArrayList<>(punctuators);
    }

    // ---- what was forwarded ----

    @Override
    public <K extends KForward, V extends VForward> void forward(Record<K, V> record) {
        forward(record, null);
    }

    @Override
    public <K extends KForward, V extends VForward> void forward(Record<K, V> record, String childName) {
        forwarded.add(new CapturedForward<>(record, Optional.ofNullable(childName)));
    }

    /** What was forwarded since the last {@link #resetForwards()}, in order. */
    public List<CapturedForward<? extends KForward, ? extends VForward>> forwarded() {
        return new ArrayList<>(forwarded);
    }

    /** Of that, what was forwarded to this child or to all. */
    public List<CapturedForward<? extends KForward, ? extends VForward>> forwarded(String childName) {
        List<CapturedForward<? extends KForward, ? extends VForward>> reached = forwarded();
        reached.removeIf(forward -> !forward.childName().orElse(childName).equals(childName));
        return reached;
    }

    /** Forgets what was forwarded. */
    public void resetForwards() {
        forwarded.clear();
    }

    // ---- commit ----

    @Override
    public void commit() {
        task.setCommitted(true);
    }

    /** Whether a commit was asked for since the last {@link #resetCommit()}. */
    public boolean committed() {
        return task.committed();
    }

    /** Forgets that a commit was asked for. */
    public void resetCommit() {
        task.setCommitted(false);
    }

    /** What was scheduled once. */
    public static final class CapturedPunctuator {
        private final Instant startTime;
        private final Duration interval;
        private final PunctuationType type;
        private final Punctuator punctuator;
        private boolean cancelled;

        private CapturedPunctuator(Instant startTime, Duration interval, PunctuationType type, Punctuator punctuator) {
            this.startTime = startTime;
            this.interval = interval;
            this.type = type;
            this.punctuator = punctuator;
        }

        /** When it is to begin; null if it was not said. */
        public Instant getStartTime() {
            return startTime;
        }

        /** How often it is to be called. */
        public Duration getInterval() {
            return interval;
        }

        /** The time it goes by. */
        public PunctuationType getType() {
            return type;
        }

        /** What to call. */
        public Punctuator getPunctuator() {
            return punctuator;
        }

        /** Marks it as cancelled. */
        public void cancel() {
            cancelled = true;
        }

        /** Whether it was cancelled. */
        public boolean cancelled() {
            return cancelled;
        }
    }

    /**
     * What was forwarded once. Immutable, but for the record's headers.
     *
     * @param <K> the type of the key
     * @param <V> the type of the value
     */
    public static final class CapturedForward<K, V> {
        private final Record<K, V> record;
        private final Optional<String> childName;

        /** Forwarded to all. */
        public CapturedForward(Record<K, V> record) {
            this(record, Optional.empty());
        }

        /** Forwarded to this child. */
        public CapturedForward(Record<K, V> record, Optional<String> childName) {
            this.record = Objects.requireNonNull(record, "record cannot be null");
            this.childName = Objects.requireNonNull(childName, "childName cannot be null");
        }

        /** The child it went to; empty for all. */
        public Optional<String> childName() {
            return childName;
        }

        /** The record. */
        public Record<K, V> record() {
            return record;
        }

        @Override
        public boolean equals(Object o) {
            return this == o
                    || (o instanceof CapturedForward<?, ?> other
                            && record.equals(other.record)
                            && childName.equals(other.childName));
        }

        @Override
        public int hashCode() {
            return Objects.hash(record, childName);
        }

        @Override
        public String toString() {
            return "CapturedForward{record=" + record + ", childName=" + childName + "}";
        }
    }

    private record GivenMetadata(String topic, int partition, long offset) implements RecordMetadata {}

    /** The context as a store sees it; a store that is registered here can be asked for, and nothing is restored. */
    private final class StoreView implements StateStoreContext {

        @Override
        public String applicationId() {
            return task.applicationId();
        }

        @Override
        public TaskId taskId() {
            return task.id();
        }

        @Override
        public Optional<RecordMetadata> recordMetadata() {
            return MockProcessorContext.this.recordMetadata();
        }

        @Override
        public Serde<?> keySerde() {
            return MockProcessorContext.this.keySerde();
        }

        @Override
        public Serde<?> valueSerde() {
            return MockProcessorContext.this.valueSerde();
        }

        @Override
        public File stateDir() {
            return MockProcessorContext.this.stateDir();
        }

        @Override
        public StreamsMetrics metrics() {
            return task.metrics();
        }

        @Override
        public void register(StateStore store, StateRestoreCallback stateRestoreCallback) {
            addStateStore(store);
        }

        @Override
        public void register(
                StateStore store, StateRestoreCallback stateRestoreCallback, CommitCallback commitCallback) {
            addStateStore(store);
        }

        @Override
        public Map<String, Object> appConfigs() {
            return task.settings();
        }

        @Override
        public Map<String, Object> appConfigsWithPrefix(String prefix) {
            return MockProcessorContext.this.appConfigsWithPrefix(prefix);
        }
    }
}
