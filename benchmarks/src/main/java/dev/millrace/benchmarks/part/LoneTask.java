package dev.millrace.benchmarks.part;

import dev.millrace.benchmarks.input.Topics;
import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.FaultPolicy;
import dev.millrace.engine.port.RecordSink;
import dev.millrace.engine.task.GlobalStores;
import dev.millrace.engine.task.Task;
import dev.millrace.engine.task.TaskEnvironment;
import dev.millrace.engine.task.TaskFactory;
import dev.millrace.engine.task.TaskStates;
import dev.millrace.engine.task.intake.Intake;
import dev.millrace.engine.time.Clock;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.TaskState;
import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.TopologyDefinition;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Subtopology;
import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.slf4j.helpers.NOPLogger;

/** Makes a real task without stores, on no thread but the caller's. */
final class LoneTask {
    private static final String APPLICATION = "parts";

    private LoneTask() {}

    /** A running task that reads partition 0 of the input; keys and values are strings. */
    static Task of(
            List<NodeDefinition> nodes,
            BiFunction<NodeDefinition, OperatorContext, Operator> operators,
            RecordSink sink) {
        Subtopology subtopology =
                new Subtopology(0, nodes, List.of(), Set.of(Topics.INPUT), Set.of(Topics.OUTPUT), Set.of(), Set.of());
        TopologyDefinition definition = new TopologyDefinition(null, Map.of(), Map.of(), Map.of(), Map.of(), List.of());
        Plan plan = new Plan(APPLICATION, definition, List.of(subtopology), List.of(), Map.of(), List.of());
        Task task = new TaskFactory(plan, environment(sink), operators, new NoStores())
                .create(new TaskId(0, 0), List.of(new TopicPartition(Topics.INPUT, 0)));
        task.openStores();
        task.start();
        return task;
    }

    private static TaskEnvironment environment(RecordSink sink) {
        return new TaskEnvironment(
                APPLICATION,
                Map.of(),
                Serdes::String,
                Serdes::String,
                id -> new File(id.toString()),
                Unused.of(StreamsMetrics.class),
                new StoppedClock(),
                sink,
                Unused.of(FaultPolicy.class),
                extractor -> (batch, index, key, value, partitionTime) -> batch.timestamp(index),
                partition -> 0,
                Intake.NEVER_WAIT,
                Batch.RECORDS,
                0,
                GlobalStores.NONE,
                NOPLogger.NOP_LOGGER);
    }

    /** Time does not pass; nothing here waits for it. */
    private static final class StoppedClock implements Clock {
        @Override
        public long nowMs() {
            return 0;
        }

        @Override
        public long nanoTime() {
            return 0;
        }
    }

    /** Gives a task the stores it needs: none. */
    private static final class NoStores implements TaskStates {
        @Override
        public TaskState create(TaskId id, Subtopology subtopology, RecordOrigin origin) {
            return BareTask.stores(List.of(), origin);
        }

        @Override
        public TaskState createGlobal(
                List<GlobalStoreDefinition> stores, Collection<TopicPartition> inputs, RecordOrigin origin) {
            throw new UnsupportedOperationException("This task has no global stores");
        }
    }
}
