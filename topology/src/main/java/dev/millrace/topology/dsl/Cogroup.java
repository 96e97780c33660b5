package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.option.NamedOptions.nameOf;

import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.PassThrough;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.step.OperatorStep;
import dev.millrace.topology.dsl.step.Program;
import dev.millrace.topology.dsl.step.Upstream;
import dev.millrace.topology.dsl.table.TableState;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.naming.NameSequence;
import dev.millrace.topology.naming.Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Grouped streams that fill one table, each by an aggregator of its own.
 *
 * <pre>
 *   stream --> (topic) --> aggregation --+
 *                              |  store  +--> merge --> table
 *   stream --> (topic) --> aggregation --+
 * </pre>
 */
final class Cogroup {
    private final Map<StreamGroup, Aggregator<Object, Object, Object>> aggregators = new LinkedHashMap<>();

    /** Adds a group. One that is here already is aggregated the new way, not twice. */
    void add(StreamGroup group, Aggregator<Object, Object, Object> aggregator) {
        aggregators.put(group, aggregator);
    }

    private Program program() {
        return aggregators.keySet().iterator().next().program();
    }

    @Nullable
    DslStoreSuppliers storeSuppliers() {
        return program().storeSuppliers();
    }

    /** The user's name for the store, or a new one. */
    String storeName(MaterializedOptions<?, ?, ?> options) {
        return options.name() == null ? program().names().nextStore(Prefix.COGROUP_AGGREGATE) : options.name();
    }

    /**
     * Appends all aggregations, behind topics if need be, and what merges their updates.
     *
     * @param operator an aggregation by an aggregator
     */
    StreamGroup.Aggregation aggregate(
            @Nullable Named named,
            TableStore store,
            BiFunction<Aggregator<Object, Object, Object>, TableStep, OperatorDefinition> operator) {
        String name = nameOf(named);
        List<StreamOrigin> inputs = new ArrayList<>();
        aggregators.keySet().forEach(group -> inputs.add(group.partitioned(store.name())));
        TableState state = TableState.stored(store);
        List<Upstream> parts = new ArrayList<>();
        for (Aggregator<Object, Object, Object> aggregator : aggregators.values()) {
            Upstream input = inputs.get(parts.size()).step();
            parts.add(part(name, parts.size(), input, state, step -> operator.apply(aggregator, step)));
        }
        String mergeName = names().next(Prefix.COGROUP_MERGE, name == null ? null : name + "-cogroup-merge");
        OperatorStep merge = program().add(new OperatorStep(mergeName, parts, PassThrough::new));
        return new StreamGroup.Aggregation(new StreamOrigin(program(), merge, sources(inputs), null), state);
    }

    private OperatorStep part(
            @Nullable String name,
            int number,
            Upstream input,
            TableState state,
            Function<TableStep, OperatorDefinition> operator) {
        String stepName = names().next(Prefix.COGROUP_AGGREGATE, name == null ? null : name + "-cogroup-agg-" + number);
        OperatorStep step = new OperatorStep(stepName, List.of(input), () -> operator.apply(state.step()));
        return program().add(number == 0 ? step.withStores(state::stores) : step.usingStores(state::storeNames));
    }

    /** The sources of all inputs, whose topics must have the same number of partitions. */
    private Set<Upstream> sources(List<StreamOrigin> inputs) {
        Set<Upstream> all = new LinkedHashSet<>();
        inputs.forEach(input -> all.addAll(input.sources()));
        program().copartition(all, Set.of());
        return all;
    }

    private NameSequence names() {
        return program().names();
    }
}
