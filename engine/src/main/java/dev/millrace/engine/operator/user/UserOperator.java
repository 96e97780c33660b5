package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.topology.definition.ProcessorDefinition;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A node that runs a processor of the user's: makes it, shows it its records, closes it. */
abstract class UserOperator extends Operator {
    private final List<String> connectedStores;
    private @Nullable Children children;
    private boolean initialized;

    UserOperator(ProcessorDefinition definition, OperatorContext context) {
        super(definition.name(), context);
        this.connectedStores = definition.stores();
    }

    /** What a supplier gave; fails if that is nothing. */
    static <T> T supplied(@Nullable T processor, String nodeName) {
        if (processor == null) {
            throw new NullPointerException("The supplier of processor " + nodeName
                    + " returned null: it must return a new processor each time it is asked");
        }
        return processor;
    }

    @Override
    public final void connect(List<Operator> children) {
        super.connect(children);
        this.children = new Children(downstream(), children);
    }

    @Override
    public final void open() {
        initialized = true;
        initialize(connectedStores, Objects.requireNonNull(children));
    }

    abstract void initialize(List<String> connectedStores, Children children);

    @Override
    public final void close() {
        if (initialized) {
            initialized = false;
            closeProcessor();
        }
    }

    abstract void closeProcessor();

    @Override
    protected final void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        if (TaskView.describes(context(), timestamp, headers)) {
            process(key, value, timestamp, headers);
        } else {
            processAs(TaskView.originWith(context(), timestamp, headers), key, value);
        }
    }

    /** An operator above, an aggregation say, gave the record a timestamp of its own: what is stored here has that one. */
    private void processAs(OriginSnapshot origin, @Nullable Object key, @Nullable Object value) {
        OriginSnapshot before = context().actFor(origin);
        try {
            process(key, value, origin.timestamp(), origin.headers());
        } finally {
            context().actFor(before);
        }
    }

    abstract void process(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers);
}
