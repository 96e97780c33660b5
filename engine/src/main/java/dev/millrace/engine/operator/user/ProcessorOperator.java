package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.processor.api.Processor;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.topology.definition.OperatorDefinition.UserProcessor;
import dev.millrace.topology.definition.ProcessorDefinition;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A node that runs a {@link Processor}.
 *
 * <p>The processor is made with the node, initialized when the task starts, given one {@code Record} at a time, and closed
 * with the task. What it forwards is processed downstream before {@code forward} returns. A failure downstream is answered
 * there and does not surface in user code, unless the task is to fail.
 */
public final class ProcessorOperator extends UserOperator {
    private final Processor<Object, Object, Object, Object> processor;

    @SuppressWarnings("unchecked")
    public ProcessorOperator(ProcessorDefinition node, OperatorContext context, UserProcessor definition) {
        super(node, context);
        this.processor = (Processor<Object, Object, Object, Object>)
                supplied(definition.supplier().get(), node.name());
    }

    @Override
    void initialize(List<String> connectedStores, Children children) {
        processor.init(
                context().global() ? new KeeperView(context()) : new View(this, context(), connectedStores, children));
    }

    @Override
    void process(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        processor.process(new Record<>(key, value, timestamp, headers));
    }

    @Override
    void closeProcessor() {
        processor.close();
    }

    /** The task, with forwarding of whole records. */
    private static final class View extends ForwardingView implements ProcessorContext<Object, Object> {

        View(Operator node, OperatorContext task, List<String> connectedStores, Children children) {
            super(node, task, connectedStores, children);
        }

        @Override
        public <K, V> void forward(Record<K, V> record) {
            send(null, record.key(), record.value(), record.timestamp(), record.headers());
        }

        @Override
        public <K, V> void forward(Record<K, V> record, @Nullable String childName) {
            send(childName, record.key(), record.value(), record.timestamp(), record.headers());
        }
    }

    /** The task of the global stores, without children to forward to. */
    private static final class KeeperView extends GlobalView implements ProcessorContext<Object, Object> {

        KeeperView(OperatorContext task) {
            super(task);
        }

        /** Goes to all children, and there are none. */
        @Override
        public <K, V> void forward(Record<K, V> record) {}

        @Override
        public <K, V> void forward(Record<K, V> record, @Nullable String childName) {
            throw unsupported("forward to " + childName + ": its processor has no children");
        }
    }
}
