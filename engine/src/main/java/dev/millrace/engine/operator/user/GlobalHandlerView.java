package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.processor.ProcessorContext;
import dev.millrace.streams.processor.StateRestoreCallback;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.To;

/** The task of the global stores as an exception handler sees it that asks for a processor context. */
public final class GlobalHandlerView extends GlobalView implements ProcessorContext {

    public GlobalHandlerView(OperatorContext task) {
        super(task);
    }

    /** Goes to all children, and there are none. */
    @Override
    public <K, V> void forward(K key, V value) {}

    @Override
    public <K, V> void forward(K key, V value, To to) {
        throw new IllegalStateException("An exception handler of a global store cannot forward: there are no children");
    }

    @Override
    public void register(StateStore store, StateRestoreCallback stateRestoreCallback) {
        throw new IllegalStateException("An exception handler cannot register a store: add it to the topology");
    }
}
