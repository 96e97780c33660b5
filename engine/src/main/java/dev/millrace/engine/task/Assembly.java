package dev.millrace.engine.task;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.topic.TableUpdateDeserializer;
import dev.millrace.engine.task.intake.InputQueue;
import dev.millrace.engine.task.intake.Intake;
import dev.millrace.engine.task.intake.SourceDecoder;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.Open;
import dev.millrace.topology.definition.SinkDefinition.Content;
import dev.millrace.topology.definition.SourceDefinition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** The operators of one task in the making: made in the order of the topology, then connected, then fed by an intake. */
final class Assembly {
    private final TaskContext context;
    private final TaskEnvironment environment;
    private final UnaryOperator<String> topicNames;
    private final List<NodeDefinition> nodes;
    private final Map<String, Operator> byName = new LinkedHashMap<>();

    Assembly(
            TaskContext context,
            TaskEnvironment environment,
            BiFunction<NodeDefinition, OperatorContext, Operator> operators,
            UnaryOperator<String> topicNames,
            List<NodeDefinition> nodes) {
        this.context = context;
        this.environment = environment;
        this.topicNames = topicNames;
        this.nodes = nodes;
        for (NodeDefinition node : nodes) {
            byName.put(
                    node.name(),
                    node instanceof SourceDefinition source && source.content() == Content.RECORDS
                            ? new Source(node.name(), context)
                            : operators.apply(node, context));
        }
        nodes.forEach(node -> operator(node.name()).connect(childrenOf(node)));
    }

    /** All operators in the order of the topology. */
    List<Operator> operators() {
        return List.copyOf(byName.values());
    }

    private Operator operator(String name) {
        Operator operator = byName.get(name);
        if (operator == null) {
            throw new IllegalStateException(
                    "Task " + context.taskId() + " has no node " + name + "; it has " + byName.keySet());
        }
        return operator;
    }

    private List<Operator> childrenOf(NodeDefinition parent) {
        return nodes.stream()
                .filter(node -> node.parents().contains(parent.name()))
                .map(node -> operator(node.name()))
                .toList();
    }

    /**
     * The intake that feeds the sources from {@code inputs}.
     *
     * @param maxIdleMs how long it waits for empty inputs
     */
    Intake intake(Collection<TopicPartition> inputs, long maxIdleMs) {
        List<InputQueue> queues = inputs.stream().map(this::queue).toList();
        return new Intake(queues, maxIdleMs, environment.lags(), environment.bufferedRecords());
    }

    /** The queue of one input, in front of its source. */
    InputQueue queue(TopicPartition input) {
        SourceDefinition source = sourceOf(input.topic());
        Operator entry = operator(source.name());
        Operator target = entry instanceof Source plain ? plain.first() : entry;
        return new InputQueue(input, source.name(), target, decoder(source), context.taskFaults());
    }

    private SourceDefinition sourceOf(String topic) {
        for (NodeDefinition node : nodes) {
            if (node instanceof SourceDefinition source && reads(source, topic)) {
                return source;
            }
        }
        throw new IllegalArgumentException("Topic " + topic + " is read by no source of task " + context.taskId());
    }

    private boolean reads(SourceDefinition source, String topic) {
        return source.pattern() != null
                ? source.pattern().matcher(topic).matches()
                : source.topics().stream()
                        .anyMatch(declared -> topicNames.apply(declared).equals(topic));
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
            return own != null
                    ? Open.completed(own, configured)
                    : configured.get().deserializer();
        } catch (ConfigException missing) {
            throw new StreamsException("Source " + source.name() + " has no " + part + " serde", missing);
        }
    }
}
