package dev.millrace.engine.operator;

import dev.millrace.engine.operator.factory.OperatorFactory;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.ProcessorDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operator called {@code node}, made by the factory, open, with one child that collects. */
public final class Bench {
    public final FakeTask task;
    public final Operator operator;
    public final Collector child;

    private Bench(FakeTask task, NodeDefinition node) {
        this.task = task;
        this.operator = OperatorFactory.create(node, task);
        this.child = new Collector("child", task);
        operator.connect(List.of(child));
        operator.open();
    }

    public static Bench of(OperatorDefinition definition) {
        return of(new FakeTask(), definition);
    }

    public static Bench of(FakeTask task, OperatorDefinition definition, String... stores) {
        return new Bench(task, new ProcessorDefinition("node", List.of("parent"), definition, List.of(stores)));
    }

    /** Feeds a record; returns what came out. */
    public List<String> record(@Nullable Object key, @Nullable Object value, long timestamp) {
        task.feed(operator, key, value, timestamp);
        return child.drain();
    }

    /** Feeds an update; returns what came out. */
    public List<String> update(Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp) {
        task.feedUpdate(operator, key, newValue, oldValue, timestamp);
        return child.drain();
    }
}
