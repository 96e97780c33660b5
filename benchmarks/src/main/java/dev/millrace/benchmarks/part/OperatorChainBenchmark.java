package dev.millrace.benchmarks.part;

import dev.millrace.benchmarks.input.Topics;
import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.factory.OperatorFactory;
import dev.millrace.engine.task.Task;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.Filter;
import dev.millrace.topology.definition.OperatorDefinition.MapValues;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.definition.SinkDefinition;
import dev.millrace.topology.definition.SourceDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The workload {@code stateless} in a real task with a producer that forgets: filter, mapValues, to. One operation is a record;
 * 25 of 26 reach the producer.
 */
public class OperatorChainBenchmark extends PartBenchmark {
    private static final int KEYS = 100_000;

    private final Map<String, Operator> operators = new HashMap<>();
    private Polls polls;
    private Task task;
    private Operator first;

    @Setup
    public void start(Blackhole blackhole) {
        polls = new Polls(1, KEYS);
        task = LoneTask.of(program(), this::operator, new ForgetfulSink(blackhole));
        first = Objects.requireNonNull(operators.get("filter"));
    }

    private static List<NodeDefinition> program() {
        OperatorDefinition filter = new Filter((key, value) -> ((String) value).charAt(0) != 'a', false);
        OperatorDefinition map = new MapValues((key, value) -> ((String) value).substring(1));
        return List.of(
                new SourceDefinition("source", List.of(Topics.INPUT), null, null, null, null, null),
                new ProcessorDefinition("filter", List.of("source"), filter, List.of()),
                new ProcessorDefinition("map", List.of("filter"), map, List.of()),
                new SinkDefinition(
                        "sink", List.of("map"), Topics.OUTPUT, null, null, null, null, SinkDefinition.Content.RECORDS));
    }

    private Operator operator(NodeDefinition node, OperatorContext context) {
        Operator operator = OperatorFactory.create(node, context);
        operators.put(node.name(), operator);
        return operator;
    }

    /** From the first operator to the producer. As no source brought the keys, the sink serializes them. */
    @Benchmark
    @OperationsPerInvocation(Batch.RECORDS)
    public void filterMapSink() {
        Batch batch = polls.next();
        for (int i = 0; i < Batch.RECORDS; i++) {
            first.accept(batch.decodedKey(i), batch.decodedValue(i), batch.timestamp(i), Batch.NO_HEADERS);
        }
    }

    /** From a poll to the producer: what the task does with a record in all. */
    @Benchmark
    @OperationsPerInvocation(Batch.RECORDS)
    public int wholeTask() {
        task.add(polls.next());
        return task.process(Batch.RECORDS);
    }
}
