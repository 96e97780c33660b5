package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.Cancellable;
import dev.millrace.streams.processor.ProcessorContext;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.Punctuator;
import dev.millrace.streams.processor.StateRestoreCallback;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.To;
import java.time.Duration;
import java.time.Instant;

/**
 * The task as an exception handler sees it that asks for a processor context, as handlers did in the past: it can be asked
 * about the task and the record, and for a commit. A handler is in no node, so it has no stores, no schedules and no children.
 */
public final class HandlerView extends TaskView implements ProcessorContext {
    private static final String NO_NODE = "it belongs to no node of the topology";

    public HandlerView(OperatorContext task) {
        super(task);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <S extends StateStore> S getStateStore(String name) {
        throw new StreamsException("An exception handler has no access to store " + name + ": " + NO_NODE);
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
        return new StreamsException("An exception handler cannot forward: " + NO_NODE);
    }

    @Override
    public void register(StateStore store, StateRestoreCallback stateRestoreCallback) {
        throw new IllegalStateException("An exception handler cannot register a store: " + NO_NODE);
    }

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback) {
        Schedules.checkedInterval(interval);
        throw scheduling();
    }

    @Override
    public Cancellable schedule(Instant startTime, Duration interval, PunctuationType type, Punctuator callback) {
        Schedules.checkedStart(startTime);
        Schedules.checkedInterval(interval);
        throw scheduling();
    }

    private static IllegalStateException scheduling() {
        return new IllegalStateException("An exception handler cannot schedule a punctuation: " + NO_NODE);
    }
}
