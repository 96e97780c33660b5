package dev.millrace.engine.operator.stateless;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.kstream.Predicate;
import dev.millrace.topology.definition.OperatorDefinition.Branch;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Forwards a record to the child of the first predicate that it passes, or else to the default child, if there is one. */
public final class BranchOperator extends Operator {
    private final Predicate<Object, Object>[] predicates;
    private final List<String> childNames;
    private Operator[] targets = {};

    @SuppressWarnings("unchecked")
    public BranchOperator(String name, OperatorContext context, Branch definition) {
        super(name, context);
        this.predicates = definition.predicates().toArray(Predicate[]::new);
        this.childNames = definition.children();
    }

    @Override
    public void connect(List<Operator> children) {
        super.connect(children);
        targets = childNames.stream().map(child -> named(child, children)).toArray(Operator[]::new);
    }

    private Operator named(String childName, List<Operator> children) {
        return children.stream()
                .filter(child -> child.name().equals(childName))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Node " + name() + " branches to " + childName + ", which is not among its children"));
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        int branch = 0;
        while (branch < predicates.length && !predicates[branch].test(key, value)) {
            branch++;
        }
        if (branch < targets.length) {
            targets[branch].accept(key, value, timestamp, headers);
        }
    }
}
