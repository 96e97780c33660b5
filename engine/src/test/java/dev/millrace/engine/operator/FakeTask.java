package dev.millrace.engine.operator;

import dev.millrace.engine.port.FaultPolicy;
import dev.millrace.engine.port.RecordSink;
import dev.millrace.engine.port.SendOrigin;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.JoinSideState;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordBufferState;
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
import dev.millrace.streams.processor.api.Record;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * A task for operators under test: remembers what it was told, and answers what the test set up.
 *
 * <p>A record fed with {@link #feed} is the current record with its own timestamp and headers; its topic is {@code in}, its
 * offsets count up.
 */
public final class FakeTask implements OperatorContext {
    public final List<String> dropped = new ArrayList<>();
    public final List<String> failures = new ArrayList<>();
    public final List<String> sent = new ArrayList<>();
    public final List<byte[]> sentKeys = new ArrayList<>();
    public final List<byte[]> sentValues = new ArrayList<>();
    public final List<String> schedules = new ArrayList<>();
    public final Map<String, FakeKeyValues> keyValues = new HashMap<>();
    public final Map<String, FakeKeyValues> globals = new HashMap<>();
    public final Map<String, FakeWindows> windows = new HashMap<>();
    public final Map<String, FakeSuppression> suppressions = new HashMap<>();
    public final Map<String, FakeRecordBuffer> recordBuffers = new HashMap<>();
    public final Map<String, FakeSessions> sessions = new HashMap<>();
    public final Map<String, StateStore> userStores = new HashMap<>();
    public final Map<String, StateStore> userGlobals = new HashMap<>();
    public final Map<String, Object> configs = new HashMap<>();
    public final Map<String, Mark> marks = new HashMap<>();
    public boolean global;
    public boolean handlerContinues;
    public boolean commitRequested;
    public boolean ofThePast;
    public boolean hasDefaultSerdes = true;
    public int partitions = 3;
    public byte @Nullable [] sourceKeyBytes;

    private @Nullable Object sourceKey;
    private OriginSnapshot origin = new OriginSnapshot(null, -1, -1, -1, new RecordHeaders());
    private @Nullable OriginSnapshot standIn;
    private long nextOffset;

    /** What a handler that says "fail" makes of an error. */
    public static final class Fatal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fatal(Throwable cause) {
            super(cause);
        }
    }

    // ---- feeding ----

    public void feed(Operator operator, @Nullable Object key, @Nullable Object value, long timestamp) {
        feed(operator, key, value, timestamp, new RecordHeaders());
    }

    public void feed(Operator operator, @Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        arrive(key, timestamp, headers);
        operator.accept(key, value, timestamp, headers);
    }

    public void feedUpdate(
            Operator operator, Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp) {
        Headers headers = new RecordHeaders();
        arrive(key, timestamp, headers);
        operator.update(key, newValue, oldValue, timestamp, headers);
    }

    private void arrive(@Nullable Object key, long timestamp, Headers headers) {
        sourceKey = key;
        origin = new OriginSnapshot("in", 0, nextOffset++, timestamp, headers);
    }

    /** A store of the given name, made on first use. */
    public FakeKeyValues store(String name) {
        return keyValues.computeIfAbsent(name, unseen -> new FakeKeyValues(this));
    }

    public FakeKeyValues globalTable(String name) {
        return globals.computeIfAbsent(name, unseen -> new FakeKeyValues(this));
    }

    public FakeSessions sessionStore(String name) {
        return sessions.computeIfAbsent(name, unseen -> new FakeSessions());
    }

    public FakeWindows windowStore(String name, long windowSizeMs) {
        return windows.computeIfAbsent(name, unseen -> new FakeWindows(windowSizeMs));
    }

    // ---- the current record ----

    private OriginSnapshot current() {
        return standIn != null ? standIn : origin;
    }

    @Override
    public @Nullable String topic() {
        return current().topic();
    }

    @Override
    public int partition() {
        return current().partition();
    }

    @Override
    public long offset() {
        return current().offset();
    }

    @Override
    public long timestamp() {
        return current().timestamp();
    }

    @Override
    public Headers headers() {
        return current().headers();
    }

    @Override
    public byte @Nullable [] sourceKeyBytes(Object key) {
        return standIn == null && key == sourceKey ? sourceKeyBytes : null;
    }

    @Override
    public byte @Nullable [] sourceValueBytes(Object value) {
        return null;
    }

    @Override
    public @Nullable OriginSnapshot actFor(@Nullable OriginSnapshot earlier) {
        OriginSnapshot before = standIn;
        standIn = earlier;
        return before;
    }

    // ---- the task ----

    @Override
    public boolean global() {
        return global;
    }

    @Override
    public TaskId taskId() {
        return new TaskId(0, 1);
    }

    @Override
    public String applicationId() {
        return "app";
    }

    @Override
    public Map<String, Object> appConfigs() {
        return configs;
    }

    @Override
    public Serde<?> defaultKeySerde() {
        return defaultSerde("default.key.serde");
    }

    @Override
    public Serde<?> defaultValueSerde() {
        return defaultSerde("default.value.serde");
    }

    private Serde<?> defaultSerde(String config) {
        if (!hasDefaultSerdes) {
            throw new ConfigException("Please specify " + config);
        }
        return Serdes.String();
    }

    @Override
    public File stateDir() {
        return new File("state");
    }

    @Override
    public StreamsMetrics metrics() {
        throw new UnsupportedOperationException("metrics");
    }

    @Override
    public long streamTimeMs() {
        return origin.timestamp();
    }

    @Override
    public long wallClockMs() {
        return 1234;
    }

    @Override
    public Cancellable schedule(
            @Nullable Instant start, Duration interval, PunctuationType type, Punctuator punctuator, Operator node) {
        schedules.add(node.name() + " " + type + " every " + interval + " from " + start);
        return () -> schedules.add("cancelled");
    }

    @Override
    public Mark mark(String name) {
        return marks.computeIfAbsent(name, unseen -> new Mark());
    }

    @Override
    public @Nullable StateStore stateStore(String name) {
        return userStores.get(name);
    }

    @Override
    public @Nullable StateStore globalStore(String name) {
        return userGlobals.get(name);
    }

    @Override
    public KeyValueState keyValues(String storeName) {
        return store(storeName);
    }

    @Override
    public SessionState sessions(String storeName) {
        return sessions.get(storeName);
    }

    @Override
    public JoinSideState joinSide(String storeName) {
        throw new UnsupportedOperationException(storeName);
    }

    @Override
    public UnmatchedState unmatched(String storeName) {
        throw new UnsupportedOperationException(storeName);
    }

    @Override
    public SuppressState suppression(String storeName) {
        return suppressions.computeIfAbsent(storeName, unseen -> new FakeSuppression());
    }

    @Override
    public RecordBufferState recordBuffer(String storeName) {
        return recordBuffers.computeIfAbsent(storeName, unseen -> new FakeRecordBuffer());
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
    public WindowState windows(String storeName) {
        return windows.get(storeName);
    }

    @Override
    public KeyValueState globalKeyValues(String storeName) {
        return globalTable(storeName);
    }

    @Override
    public String topicName(String declaredName) {
        return declaredName.endsWith("-repartition") ? "app-" + declaredName : declaredName;
    }

    @Override
    public void requestCommit() {
        commitRequested = true;
    }

    // ---- out ----

    @Override
    public RecordSink sink() {
        return new RecordSink() {
            @Override
            public void send(
                    String topic,
                    @Nullable Integer partition,
                    long timestampMs,
                    byte @Nullable [] key,
                    byte @Nullable [] value,
                    @Nullable Headers headers,
                    SendOrigin origin) {
                sent.add(topic + (partition == null ? "" : "-" + partition) + ": " + text(key) + "=" + text(value) + "@"
                        + timestampMs);
                sentKeys.add(key);
                sentValues.add(value);
            }

            @Override
            public void flush() {}

            @Override
            public int partitionsOf(String topic) {
                return partitions;
            }

            @Override
            public Map<TopicPartition, Long> acknowledgedChangelogOffsets() {
                return Map.of();
            }
        };
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }

    // ---- what goes wrong ----

    @Override
    public FaultPolicy faults() {
        return new FaultPolicy() {
            @Override
            public void undeserializable(ErrorHandlerContext context, SourceBatch batch, int index, Exception error) {
                throw new UnsupportedOperationException("undeserializable");
            }

            @Override
            public void unprocessable(ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception error) {
                throw new UnsupportedOperationException("unprocessable");
            }

            @Override
            public void unserializable(
                    ErrorHandlerContext context,
                    String topic,
                    @Nullable Object key,
                    @Nullable Object value,
                    long timestampMs,
                    boolean inKey,
                    Exception error) {
                decide(
                        context.processorNodeId() + " cannot serialize " + (inKey ? "key " + key : "value " + value)
                                + " for " + topic,
                        error);
            }
        };
    }

    private void decide(String what, Exception error) {
        failures.add(what + ": " + error.getMessage());
        if (!handlerContinues) {
            throw new Fatal(error);
        }
    }

    @Override
    public ErrorHandlerContext faultContext(String nodeName) {
        return new FakeFault(nodeName, current());
    }

    @Override
    public void dropped(Operator node, String reason) {
        dropped.add(node.name() + ": " + reason);
    }

    @Override
    public void failed(
            Operator node,
            @Nullable Object key,
            @Nullable Object value,
            long timestamp,
            Headers headers,
            RuntimeException error) {
        if (error instanceof Fatal) {
            throw error;
        }
        decide(node.name() + " on " + key + "=" + value + "@" + timestamp, error);
    }
}
