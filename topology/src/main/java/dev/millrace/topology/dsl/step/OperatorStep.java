package dev.millrace.topology.dsl.step;

import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.JoinOperator.StreamGlobalTableJoin;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.Branch;
import dev.millrace.topology.definition.OperatorDefinition.Filter;
import dev.millrace.topology.definition.OperatorDefinition.FlatMap;
import dev.millrace.topology.definition.OperatorDefinition.ForEach;
import dev.millrace.topology.definition.OperatorDefinition.MapRecord;
import dev.millrace.topology.definition.OperatorDefinition.PassThrough;
import dev.millrace.topology.definition.OperatorDefinition.SelectKey;
import dev.millrace.topology.definition.OperatorDefinition.UserFixedKeyProcessor;
import dev.millrace.topology.definition.OperatorDefinition.UserProcessor;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** One processor node. What it does and which stores it brings is asked for when it is lowered, and final from then on. */
public final class OperatorStep implements Upstream {
    private final String name;
    private final List<Upstream> parents;
    private final Supplier<? extends OperatorDefinition> operator;
    private Supplier<? extends Collection<StoreBuilder<?>>> ownStores = List::of;
    private Supplier<List<String>> usedStores = List::of;
    private boolean changesRecords;

    public OperatorStep(String name, List<Upstream> parents, Supplier<? extends OperatorDefinition> operator) {
        this.name = name;
        this.parents = new ArrayList<>(parents);
        this.operator = operator;
    }

    /** Adds and connects the stores that come with this step. */
    public OperatorStep withStores(Supplier<? extends Collection<StoreBuilder<?>>> stores) {
        ownStores = stores;
        return this;
    }

    /** Connects stores that other steps bring. */
    public OperatorStep usingStores(Supplier<List<String>> names) {
        usedStores = names;
        return this;
    }

    /** Counts what the user's processor does as a change of keys, if it may change them, and of values. */
    public void changingRecords() {
        changesRecords = true;
    }

    List<Upstream> parents() {
        return parents;
    }

    /** Puts another parent in the place of one. */
    void reroute(Upstream from, Upstream to) {
        parents.replaceAll(parent -> parent == from ? to : parent);
    }

    /** Whether this is a function that gives records new keys. */
    boolean changesKey() {
        OperatorDefinition definition = operator.get();
        return definition instanceof SelectKey
                || definition instanceof MapRecord
                || definition instanceof FlatMap
                || (changesRecords && definition instanceof UserProcessor);
    }

    /** Whether what goes on from here is, in key and value, what came. A join with a global table may move, so it counts. */
    boolean keepsRecords() {
        OperatorDefinition definition = operator.get();
        return definition instanceof Filter
                || definition instanceof ForEach
                || definition instanceof PassThrough
                || definition instanceof Branch
                || definition instanceof StreamGlobalTableJoin
                || isTrustedProcessor();
    }

    /** Whether this is a processor of the user's that the rules move as if it left records as they are. */
    boolean isTrustedProcessor() {
        OperatorDefinition definition = operator.get();
        return !changesRecords && (definition instanceof UserProcessor || definition instanceof UserFixedKeyProcessor);
    }

    @Override
    public String output() {
        return name;
    }

    @Override
    public OptionalLong windowGraceMs() {
        OptionalLong own = operator.get().windowGraceMs();
        if (own.isPresent()) {
            return own;
        }
        List<OptionalLong> inherited =
                parents.stream().map(Upstream::windowGraceMs).toList();
        return inherited.stream().allMatch(OptionalLong::isPresent)
                ? inherited.stream().mapToLong(OptionalLong::getAsLong).max()
                : OptionalLong.empty();
    }

    @Override
    public void lower(RecordedTopology target) {
        Set<String> inputs = new LinkedHashSet<>();
        parents.forEach(parent -> inputs.add(parent.output()));
        target.add(new ProcessorDefinition(name, new ArrayList<>(inputs), operator.get(), List.of()));
        ownStores.get().forEach(builder -> target.addStateStore(builder, List.of(name)));
        List<String> used = usedStores.get();
        if (!used.isEmpty()) {
            target.connectProcessorAndStateStores(name, used);
        }
    }
}
