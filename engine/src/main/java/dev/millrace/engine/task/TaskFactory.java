package dev.millrace.engine.task;

import dev.millrace.engine.metric.TaskCounters;
import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.topic.TableUpdateDeserializer;
import dev.millrace.engine.task.intake.InputQueue;
import dev.millrace.engine.task.intake.Intake;
import dev.millrace.engine.task.intake.SourceDecoder;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.SinkDefinition.Content;
import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Subtopology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Builds the tasks of one worker from the plan. */
public final class TaskFactory {
    private final Plan plan;
    private final TaskEnvironment environment;
    private final NodeOperators operators;
    private final TaskStates states;

    public TaskFactory(Plan plan, TaskEnvironment environment, NodeOperators operators, TaskStates states) {
        this.plan = plan;
        this.environment = environment;
        this.operators = operators;
        this.states = states;
    }

    /**
     * A new task in phase CREATED.
     *
     * @param inputs all partitions it is to read; every topic must belong to a source of the subtopology
     */
    public Task create(TaskId id, Collection<TopicPartition> inputs) {
        return new Assembly(id, plan.subtopologies().get(id.subtopology()), inputs).build();
    }

    /** A topic as the program names it, with the application id if it is internal. */
    private String fullName(String declaredTopic) {
        return plan.definition().repartitionTopics().containsKey(declaredTopic)
                ? plan.applicationId() + "-" + declaredTopic
                : declaredTopic;
    }

    /** One task in the making: operators are made in the order of the topology, then connected, then fed. */
    private final class Assembly {
        private final TaskId id;
        private final Subtopology subtopology;
        private final Collection<TopicPartition> inputs;
        private final TaskCounters counters = new TaskCounters();
        private final TaskContext context;
        private final Map<String, Operator> byName = new LinkedHashMap<>();

        Assembly(TaskId id, Subtopology subtopology, Collection<TopicPartition> inputs) {
            this.id = id;
            this.subtopology = subtopology;
            this.inputs = inputs;
            this.context = new TaskContext(id, environment, TaskFactory.this::fullName, counters);
        }

        Task build() {
            subtopology.nodes().forEach(node -> byName.put(node.name(), operatorOf(node)));
            subtopology.nodes().forEach(node -> operator(node.name()).connect(childrenOf(node)));
            Intake intake =
                    new Intake(queues(), environment.maxIdleMs(), environment.lags(), environment.bufferedRecords());
            context.complete(states.create(id, subtopology, context), intake);
            return new Task(environment, context, List.copyOf(byName.values()), counters);
        }

        private Operator operatorOf(NodeDefinition node) {
            return node instanceof SourceDefinition source && source.content() == Content.RECORDS
                    ? new Source(node.name(), context)
                    : operators.create(node, context);
        }

        private Operator operator(String name) {
            Operator operator = byName.get(name);
            if (operator == null) {
                throw new IllegalStateException("Task " + id + " has no node " + name + "; it has " + byName.keySet());
            }
            return operator;
        }

        private List<Operator> childrenOf(NodeDefinition parent) {
            return subtopology.nodes().stream()
                    .filter(node -> node.parents().contains(parent.name()))
                    .map(node -> operator(node.name()))
                    .toList();
        }

        private List<InputQueue> queues() {
            List<InputQueue> queues = new ArrayList<>();
            for (TopicPartition input : inputs) {
                SourceDefinition source = sourceOf(input.topic());
                Operator entry = operator(source.name());
                Operator target = entry instanceof Source plain ? plain.first() : entry;
                queues.add(new InputQueue(input, source.name(), target, decoder(source), context.taskFaults()));
            }
            return queues;
        }

        private SourceDefinition sourceOf(String topic) {
            return subtopology.sources().stream()
                    .filter(source -> reads(source, topic))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Topic " + topic + " is read by no source of subtopology " + subtopology.id()));
        }

        private boolean reads(SourceDefinition source, String topic) {
            return source.pattern() != null
                    ? source.pattern().matcher(topic).matches()
                    : source.topics().stream()
                            .anyMatch(declared -> fullName(declared).equals(topic));
        }

        private SourceDecoder decoder(SourceDefinition source) {
            Deserializer<?> values =
                    deserializer(source, "value", source.valueDeserializer(), environment.defaultValueSerde());
            return new SourceDecoder(
                    deserializer(source, "key", source.keyDeserializer(), environment.defaultKeySerde()),
                    source.content() == Content.TABLE_UPDATES ? new TableUpdateDeserializer(values) : values,
                    environment.eventTimes().of(source.timestampExtractor()));
        }

        private static Deserializer<?> deserializer(
                SourceDefinition source, String part, @Nullable Deserializer<?> own, Supplier<Serde<?>> configured) {
            try {
                return own != null ? own : configured.get().deserializer();
            } catch (ConfigException missing) {
                throw new StreamsException(
                        "Failed to initialize " + part + " serdes for source node " + source.name(), missing);
            }
        }
    }
}
