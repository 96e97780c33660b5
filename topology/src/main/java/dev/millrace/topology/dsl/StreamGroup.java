package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.option.NamedOptions.nameOf;

import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.step.OperatorStep;
import dev.millrace.topology.dsl.step.Program;
import dev.millrace.topology.dsl.table.TableState;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.naming.NameSequence;
import dev.millrace.topology.naming.Prefix;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is grouped by its key, and what all its aggregations have in common: the topic they are sent through, if the
 * key was changed.
 *
 * <p>A group that the user named has one topic for all its aggregations. Without a name each aggregation has a topic of its
 * own, named after its store.
 */
final class StreamGroup {
    private final StreamOrigin origin;
    private final @Nullable String name;
    private final @Nullable Serde<?> keySerde;
    private final @Nullable Serde<?> valueSerde;
    /** The stream behind the named group's topic, once an aggregation has needed it. */
    private @Nullable StreamOrigin repartitioned;

    StreamGroup(
            StreamOrigin origin, @Nullable String name, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde) {
        this.origin = origin;
        this.name = name;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
    }

    /** A table that was just appended. */
    record Aggregation(StreamOrigin origin, TableState state) {}

    Program program() {
        return origin.program();
    }

    @Nullable
    DslStoreSuppliers storeSuppliers() {
        return origin.program().storeSuppliers();
    }

    /** The user's name for the store, or a new one. */
    String storeName(Prefix prefix, MaterializedOptions<?, ?, ?> options) {
        return options.name() == null ? names().nextStore(prefix) : options.name();
    }

    /** Uses up a number as the reference does, to stay in step with it. */
    void skipStoreName(Prefix prefix) {
        names().nextStore(prefix);
    }

    /** Appends an aggregation, behind a topic if need be. */
    Aggregation aggregate(
            Prefix prefix, @Nullable Named named, TableStore store, Function<TableStep, OperatorDefinition> operator) {
        String stepName = names().next(prefix, nameOf(named));
        StreamOrigin input = partitioned(store.name());
        TableState state = TableState.stored(store);
        OperatorStep step = new OperatorStep(stepName, List.of(input.step()), () -> operator.apply(state.step()));
        origin.program().add(step.withStores(state::stores));
        return new Aggregation(input.then(step), state);
    }

    /** The records as an aggregation needs them: all of a key in one partition. */
    StreamOrigin partitioned(String storeName) {
        if (!origin.keyChanged()) {
            return origin;
        }
        if (name == null) {
            return new Repartitioning(storeName, keySerde, valueSerde).append(origin, false);
        }
        Repartitioning shared = new Repartitioning(name, keySerde, valueSerde);
        if (repartitioned == null) {
            repartitioned = shared.append(origin, false);
        } else {
            shared.share(repartitioned, false);
        }
        return repartitioned;
    }

    private NameSequence names() {
        return origin.program().names();
    }
}
