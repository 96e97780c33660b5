package dev.millrace.engine.task;

import dev.millrace.engine.metric.TaskCounters;
import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.task.intake.Intake;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Subtopology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.common.TopicPartition;

/** Builds the tasks of one worker, and the global task of an instance, from the plan. */
public final class TaskFactory {
    static final TaskId GLOBAL = new TaskId(-1, -1);

    private final Plan plan;
    private final TaskEnvironment environment;
    private final BiFunction<NodeDefinition, OperatorContext, Operator> operators;
    private final TaskStates states;

    /**
     * A factory for one worker.
     *
     * @param operators makes a new operator, not connected yet, of a node; the task itself brings the sources of plain
     *     records
     */
    public TaskFactory(
            Plan plan,
            TaskEnvironment environment,
            BiFunction<NodeDefinition, OperatorContext, Operator> operators,
            TaskStates states) {
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
        Subtopology subtopology = subtopology(id);
        TaskCounters counters = new TaskCounters();
        TaskContext context = new TaskContext(id, environment, this::fullName, counters);
        Assembly assembly = new Assembly(context, environment, operators, this::fullName, subtopology.nodes());
        context.complete(states.create(id, subtopology, context), assembly.intake(inputs, environment.maxIdleMs()));
        GlobalStores globals = subtopology.globalStores().isEmpty() ? GlobalStores.NONE : environment.globals();
        return new Task(environment, context, assembly, globals.readLock(), counters);
    }

    /**
     * The task that keeps the global stores.
     *
     * @param inputs all partitions of all global topics
     */
    public GlobalTask createGlobal(Collection<TopicPartition> inputs) {
        List<NodeDefinition> nodes = new ArrayList<>();
        for (GlobalStoreDefinition store : plan.globalStores()) {
            nodes.add(store.source());
            nodes.add(store.processor());
        }
        TaskContext context = new TaskContext(GLOBAL, environment, this::fullName, new TaskCounters());
        Assembly assembly = new Assembly(context, environment, operators, this::fullName, nodes);
        // Each partition on its own: a table is complete when every partition was read to its end.
        context.complete(
                states.createGlobal(plan.globalStores(), inputs, context), assembly.intake(inputs, Intake.NEVER_WAIT));
        return new GlobalTask(environment, context, assembly.operators());
    }

    private Subtopology subtopology(TaskId id) {
        return plan.subtopologies().stream()
                .filter(subtopology -> subtopology.id() == id.subtopology())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Task " + id + " is of no subtopology of the plan"));
    }

    /** A topic as the program names it, with the application id if it is internal. */
    private String fullName(String declaredTopic) {
        return plan.definition().repartitionTopics().containsKey(declaredTopic)
                ? plan.topicPrefix() + declaredTopic
                : declaredTopic;
    }
}
