package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.processor.api.FixedKeyProcessor;
import dev.millrace.streams.processor.api.FixedKeyProcessorContext;
import dev.millrace.streams.processor.api.FixedKeyRecord;
import dev.millrace.streams.processor.api.InternalFixedKeyRecordFactory;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.topology.definition.OperatorDefinition.UserFixedKeyProcessor;
import dev.millrace.topology.definition.ProcessorDefinition;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A node that runs a {@link FixedKeyProcessor}: as {@link ProcessorOperator}, but keys stay what they are. */
public final class FixedKeyProcessorOperator extends UserOperator {
    private final FixedKeyProcessor<Object, Object, Object> processor;

    @SuppressWarnings("unchecked")
    public FixedKeyProcessorOperator(
            ProcessorDefinition node, OperatorContext context, UserFixedKeyProcessor definition) {
        super(node, context);
        this.processor = (FixedKeyProcessor<Object, Object, Object>)
                supplied(definition.supplier().get(), node.name());
    }

    @Override
    void initialize(List<String> connectedStores, Children children) {
        processor.init(new View(this, context(), connectedStores, children));
    }

    @Override
    void process(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        processor.process(InternalFixedKeyRecordFactory.create(new Record<>(key, value, timestamp, headers)));
    }

    @Override
    void closeProcessor() {
        processor.close();
    }

    /** The task, with forwarding of records that keep their key. */
    private static final class View extends ForwardingView implements FixedKeyProcessorContext<Object, Object> {

        View(Operator node, OperatorContext task, List<String> connectedStores, Children children) {
            super(node, task, connectedStores, children);
        }

        @Override
        public <K, V> void forward(FixedKeyRecord<K, V> record) {
            send(null, record.key(), record.value(), record.timestamp(), record.headers());
        }

        @Override
        public <K, V> void forward(FixedKeyRecord<K, V> record, @Nullable String childName) {
            send(childName, record.key(), record.value(), record.timestamp(), record.headers());
        }
    }
}
