package dev.millrace.topology.dsl.step;

import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.OperatorDefinition;
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

    public OperatorStep(String name, List<Upstream> parents, Supplier<? extends OperatorDefinition> operator) {
        this.name = name;
        this.parents = List.copyOf(parents);
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
