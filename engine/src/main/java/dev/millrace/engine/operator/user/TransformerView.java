package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.ProcessorContext;
import dev.millrace.streams.processor.StateRestoreCallback;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.To;
import java.util.List;

/** The task as a value transformer sees it: the older interface, and nothing can be forwarded. */
final class TransformerView extends NodeView implements ProcessorContext {

    TransformerView(Operator node, OperatorContext task, List<String> connectedStores) {
        super(node, task, connectedStores);
    }

    @Override
    public <K, V> void forward(K key, V value) {
        throw forwarding();
    }

    @Override
    public <K, V> void forward(K key, V value, To to) {
        throw forwarding();
    }

    private static StreamsException forwarding() {
        return new StreamsException(
                "A value transformer cannot forward, since records with other keys would be in the wrong partition:"
                        + " use KStream.process, which may");
    }

    @Override
    public void register(StateStore store, StateRestoreCallback stateRestoreCallback) {
        throw new IllegalStateException(
                "Store " + store.name()
                        + " cannot be registered by a transformer; add it to the topology and name it where the transformer is added");
    }
}
