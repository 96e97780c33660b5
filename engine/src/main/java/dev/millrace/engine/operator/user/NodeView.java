package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.Cancellable;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.Punctuator;
import dev.millrace.streams.processor.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The task as user code in one of its nodes sees it: with the stores of the node, and schedules. Forwarding is added by those who may. */
abstract class NodeView extends TaskView {
    private final Operator node;
    private final List<String> connectedStores;

    NodeView(Operator node, OperatorContext task, List<String> connectedStores) {
        super(task);
        this.node = node;
        this.connectedStores = connectedStores;
    }

    // ---- stores ----

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S extends StateStore> S getStateStore(String name) {
        StateStore store = accessible(name);
        if (store == null) {
            throw new StreamsException("Processor " + node.name() + " asks for store " + name + ", but has only "
                    + connectedStores + ". In the DSL, name the store in process or processValues, or give its builder"
                    + " with the supplier's method stores; in a Topology, name the processor in addStateStore or"
                    + " connectProcessorAndStateStores");
        }
        return (S) store;
    }

    private @Nullable StateStore accessible(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return connectedStores.contains(name) ? task().stateStore(name) : task().globalStore(name);
    }

    // ---- schedules ----

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback) {
        return task().schedule(
                        null,
                        Schedules.checkedInterval(interval),
                        Schedules.given(type, "punctuation type"),
                        Schedules.given(callback, "punctuator"),
                        node);
    }

    @Override
    public Cancellable schedule(Instant startTime, Duration interval, PunctuationType type, Punctuator callback) {
        return task().schedule(
                        Schedules.checkedStart(startTime),
                        Schedules.checkedInterval(interval),
                        Schedules.given(type, "punctuation type"),
                        Schedules.given(callback, "punctuator"),
                        node);
    }
}
