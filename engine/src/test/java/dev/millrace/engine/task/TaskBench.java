package dev.millrace.engine.task;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.FaultPolicy;
import dev.millrace.engine.port.InputLag;
import dev.millrace.engine.port.RecordSink;
import dev.millrace.engine.port.SendOrigin;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.engine.time.Clock;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.TaskState;
import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.definition.TopologyDefinition;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Subtopology;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.NOPLogger;

/** A task of one source, two nodes in a row ("first", "second") and fakes for everything outside. */
final class TaskBench implements FaultPolicy, RecordSink, TaskStates {
    static final TopicPartition INPUT = new TopicPartition("in", 0);
    static final long WRITE_INTERVAL_MS = 10_000;

    final FakeState state = new FakeState();
    final List<String> log = new ArrayList<>();
    final List<ErrorHandlerContext> faults = new ArrayList<>();
    final Task task;
    long nowMs = 1000;
    boolean dropFailures = true;
    boolean nodesAnswer = true;
    OperatorContext context;
    Consumer<@Nullable Object> inFirst = value -> {};
    Consumer<@Nullable Object> inSecond = value -> {};
    Consumer<Operator> whenOpening = node -> {};
    Operator second;

    @Nullable
    Object key;

    TaskBench() {
        List<String> inputs = List.of("in");
        SourceDefinition source = new SourceDefinition("source", inputs, null, null, null, null, null);
        ProcessorDefinition first = node("first", "source");
        ProcessorDefinition second = node("second", "first");
        Subtopology subtopology = new Subtopology(
                0, List.of(source, first, second), List.of(), Set.of("in"), Set.of(), Set.of(), Set.of());
        TopologyDefinition definition = new TopologyDefinition(null, Map.of(), Map.of(), Map.of(), Map.of(), List.of());
        Plan plan = new Plan("app", definition, List.of(subtopology), List.of(), Map.of(), List.of());
        task = new TaskFactory(plan, environment(), this::operator, this).create(new TaskId(0, 0), List.of(INPUT));
    }

    private static ProcessorDefinition node(String name, String parent) {
        return new ProcessorDefinition(name, List.of(parent), new OperatorDefinition.PassThrough(), List.of());
    }

    private TaskEnvironment environment() {
        Clock clock = new Clock() {
            @Override
            public long nowMs() {
                return nowMs;
            }

            @Override
            public long nanoTime() {
                return nowMs * 1_000_000;
            }
        };
        return new TaskEnvironment(
                "app",
                Map.of(),
                Serdes::String,
                Serdes::String,
                id -> new File(id.toString()),
                (StreamsMetrics) Proxy.newProxyInstance(
                        TaskBench.class.getClassLoader(),
                        new Class<?>[] {StreamsMetrics.class},
                        (proxy, method, arguments) -> null),
                clock,
                this,
                this,
                extractor -> (batch, index, key, value, partitionTime) -> batch.timestamp(index),
                partition -> InputLag.UNKNOWN,
                0,
                1000,
                WRITE_INTERVAL_MS,
                GlobalStores.NONE,
                NOPLogger.NOP_LOGGER);
    }

    private Operator operator(NodeDefinition node, OperatorContext operatorContext) {
        context = operatorContext;
        boolean first = node.name().equals("first");
        Operator operator = new Node(node.name(), operatorContext, first);
        second = first ? second : operator;
        return operator;
    }

    /** Runs what the test put there, logs, and forwards. */
    private final class Node extends Operator {
        private final boolean first;

        Node(String name, OperatorContext context, boolean first) {
            super(name, context);
            this.first = first;
        }

        @Override
        public void open() {
            whenOpening.accept(this);
        }

        @Override
        public void close() {
            log.add("close " + name());
        }

        @Override
        protected void onFailure(
                @Nullable Object key, @Nullable Object value, long timestamp, Headers headers, RuntimeException error) {
            if (!nodesAnswer) {
                throw error;
            }
            super.onFailure(key, value, timestamp, headers, error);
        }

        @Override
        protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
            TaskBench.this.key = key;
            (first ? inFirst : inSecond).accept(value);
            if (!first) {
                log.add(value + "@" + timestamp);
            }
            downstream().accept(key, value, timestamp, headers);
        }
    }

    /** The task, restored and started. */
    Task running() {
        task.openStores();
        task.start();
        return task;
    }

    // ---- what is outside ----

    @Override
    public TaskState create(TaskId id, Subtopology subtopology, RecordOrigin origin) {
        return state;
    }

    @Override
    public TaskState createGlobal(
            List<GlobalStoreDefinition> stores, Collection<TopicPartition> inputs, RecordOrigin origin) {
        return state;
    }

    @Override
    public void undeserializable(ErrorHandlerContext context, SourceBatch batch, int index, Exception error) {
        answer(context, error);
    }

    @Override
    public void unprocessable(ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception error) {
        answer(context, error);
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
        answer(context, error);
    }

    private void answer(ErrorHandlerContext context, Exception error) {
        faults.add(context);
        if (!dropFailures) {
            throw new StreamsException("fatal at " + context.processorNodeId(), error);
        }
    }

    @Override
    public void send(
            String topic,
            @Nullable Integer partition,
            long timestampMs,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable Headers headers,
            SendOrigin origin) {
        log.add("send " + topic + " " + new String(key, StandardCharsets.UTF_8) + " of " + origin.nodeName());
    }

    @Override
    public void flush() {}

    @Override
    public int partitionsOf(String topic) {
        return 1;
    }

    @Override
    public Map<TopicPartition, Long> acknowledgedChangelogOffsets() {
        return Map.of();
    }

    /** What the task says about its current record. */
    OriginSnapshot origin() {
        return new OriginSnapshot(
                context.topic(), context.partition(), context.offset(), context.timestamp(), context.headers());
    }
}
