package dev.millrace.streams.processor;

import dev.millrace.mock.Given;
import dev.millrace.mock.MockTask;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.spi.Milliseconds;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.NullUnmarked;

/**
 * The old processor context for the unit test of one processor: answers what the test told it, and remembers what was
 * forwarded, scheduled and committed. A punctuator runs when the test calls it.
 *
 * <p>For whole topologies use {@link dev.millrace.streams.TopologyTestDriver}; for processors of the present API
 * {@link dev.millrace.streams.processor.api.MockProcessorContext}. Belongs to the thread of the test.
 */
@NullUnmarked
public class MockProcessorContext implements ProcessorContext {
    private static final long NO_TIMESTAMP = -1;

    private final MockTask task;
    private final List<CapturedForward> forwarded = new ArrayList<>();
    private final List<CapturedPunctuator> punctuators = new ArrayList<>();
    private final Given<String> topic = new Given<>("Topic", "setRecordMetadata() or setTopic()");
    private final Given<Integer> partition = new Given<>("Partition", "setRecordMetadata() or setPartition()");
    private final Given<Long> offset = new Given<>("Offset", "setRecordMetadata() or setOffset()");
    private final Given<Long> timestamp = new Given<>("Timestamp", "setRecordMetadata() or setRecordTimestamp()");
    private Headers headers;

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

    @Override
    public File stateDir() {
        return task.stateDir();
    }

    @Override
    public StreamsMetrics metrics() {
        return task.metrics();
    }

    // ---- the record that is processed ----

    /** Sets everything that is known of the record that is processed. */
    public void setRecordMetadata(String topic, int partition, long offset, Headers headers, long timestamp) {
        setTopic(topic);
        setPartition(partition);
        setOffset(offset);
        setHeaders(headers);
        setRecordTimestamp(timestamp);
    }

    /** Sets what {@link #topic()} answers. */
    public void setTopic(String topic) {
        this.topic.set(topic);
    }

    /** Sets what {@link #partition()} answers. */
    public void setPartition(int partition) {
        this.partition.set(partition);
    }

    /** Sets what {@link #offset()} answers. */
    public void setOffset(long offset) {
        this.offset.set(offset);
    }

    /** Sets what {@link #headers()} answers. */
    public void setHeaders(Headers headers) {
        this.headers = headers;
    }

    /** Sets what {@link #timestamp()} answers. */
    public void setRecordTimestamp(long recordTimestamp) {
        timestamp.set(recordTimestamp);
    }

    /** {@inheritDoc} Fails if it was not set. */
    @Override
    public String topic() {
        return topic.get();
    }

    /** {@inheritDoc} Fails if it was not set. */
    @Override
    public int partition() {
        return partition.get();
    }

    /** {@inheritDoc} Fails if it was not set. */
    @Override
    public long offset() {
        return offset.get();
    }

    @Override
    public Headers headers() {
        return headers;
    }

    /** {@inheritDoc} Fails if it was not set. */
    @Override
    public long timestamp() {
        return timestamp.get();
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

    /** {@inheritDoc} Nothing is restored. */
    @Override
    public void register(StateStore store, StateRestoreCallback stateRestoreCallbackIsIgnoredInMock) {
        task.stores().put(store.name(), store);
    }

    /** {@inheritDoc} Null if no such store was registered. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S extends StateStore> S getStateStore(String name) {
        return (S) task.stores().get(name);
    }

    // ---- punctuation ----

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback)
            throws IllegalArgumentException {
        return scheduled(null, interval, type, callback);
    }

    @Override
    public Cancellable schedule(Instant startTime, Duration interval, PunctuationType type, Punctuator callback)
            throws IllegalArgumentException {
        if (startTime.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException(
                    "A punctuation cannot start at " + startTime + ": give a time from " + Instant.EPOCH + " on");
        }
        return scheduled(startTime, interval, type, callback);
    }

    private Cancellable scheduled(Instant startTime, Duration interval, PunctuationType type, Punctuator callback) {
        long intervalMs = Milliseconds.of(interval, "interval");
        if (intervalMs < 1) {
            throw new IllegalArgumentException(
                    "A punctuation cannot be repeated every " + interval + ": give an interval of at least 1 ms");
        }
        CapturedPunctuator captured = new CapturedPunctuator(startTime, intervalMs, type, callback);
        punctuators.add(captured);
        return captured::cancel;
    }

    /** What was scheduled, cancelled or not, in order. */
    public List<CapturedPunctuator> scheduledPunctuators() {
        return new ArrayList<>(punctuators);
    }

    // ---- what was forwarded ----

    @Override
    public <K, V> void forward(K key, V value) {
        forward(key, value, To.all());
    }

    @Override
    public <K, V> void forward(K key, V value, To to) {
        long time = to.timestamp == NO_TIMESTAMP ? timestamp.orElse(NO_TIMESTAMP) : to.timestamp;
        forwarded.add(new CapturedForward(KeyValue.pair(key, value), to.childName, time, copyOfHeaders()));
    }

    private Headers copyOfHeaders() {
        return headers == null ? null : new RecordHeaders(headers);
    }

    /** What was forwarded since the last {@link #resetForwards()}, in order. */
    public List<CapturedForward> forwarded() {
        return new ArrayList<>(forwarded);
    }

    /** Of that, what was forwarded to this child or to all. */
    public List<CapturedForward> forwarded(String childName) {
        List<CapturedForward> reached = forwarded();
        reached.removeIf(forward -> forward.childName != null && !forward.childName.equals(childName));
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
    public static class CapturedPunctuator {
        private final Instant startTime;
        private final long intervalMs;
        private final PunctuationType type;
        private final Punctuator punctuator;
        private boolean cancelled;

        private CapturedPunctuator(Instant startTime, long intervalMs, PunctuationType type, Punctuator punctuator) {
            this.startTime = startTime;
            this.intervalMs = intervalMs;
            this.type = type;
            this.punctuator = punctuator;
        }

        /** When it is to begin; null if it was not said. */
        public Instant getStartTime() {
            return startTime;
        }

        /** How often it is to be called. */
        public long getIntervalMs() {
            return intervalMs;
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

    /** What was forwarded once. */
    @SuppressWarnings("rawtypes") // of the signature
    public static class CapturedForward {
        private final KeyValue keyValue;
        private final String childName;
        private final long timestamp;
        private final Headers headers;

        private CapturedForward(KeyValue keyValue, String childName, long timestamp, Headers headers) {
            this.keyValue = keyValue;
            this.childName = childName;
            this.timestamp = timestamp;
            this.headers = headers;
        }

        /** The child it went to; null for all. */
        public String childName() {
            return childName;
        }

        /** Its timestamp; -1 if neither the processor nor the test set one. */
        public long timestamp() {
            return timestamp;
        }

        /** Key and value. */
        public KeyValue keyValue() {
            return keyValue;
        }

        /** Its headers; null if the test set none. */
        public Headers headers() {
            return headers;
        }

        @Override
        public String toString() {
            return "CapturedForward{childName='" + childName + "', timestamp=" + timestamp + ", keyValue=" + keyValue
                    + "}";
        }
    }
}
