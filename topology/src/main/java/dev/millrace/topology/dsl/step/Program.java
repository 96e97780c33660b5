package dev.millrace.topology.dsl.step;

import dev.millrace.streams.TopologyConfig;
import dev.millrace.streams.TopologyConfig.InternalConfig;
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.naming.NameSequence;
import dev.millrace.topology.recorder.ProcessorWrapping;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of one program, in the order they were written: the order in which their nodes will be added. */
public final class Program {
    private final NameSequence names = new NameSequence();
    private final List<Step> steps = new ArrayList<>();
    private final List<SourceStep> streamSources = new ArrayList<>();
    /** What makes stores where a table does not say; null for the configured default. */
    private final @Nullable DslStoreSuppliers storeSuppliers;

    /** Whether the names of stores and topics must be the user's. */
    private final boolean namesRequired;

    private final boolean processorsChangeRecords;
    private final ProcessorWrapping wrapper;
    private final List<StoreBuilder<?>> unnamedStores = new ArrayList<>();
    private final Set<Rule> rules = EnumSet.noneOf(Rule.class);
    private int lowered;

    /** An empty program; {@code config} says what is special about it. */
    public Program(@Nullable TopologyConfig config) {
        storeSuppliers =
                config == null ? null : config.resolveDslStoreSuppliers().orElse(null);
        namesRequired = config != null && config.ensureExplicitInternalResourceNaming;
        wrapper = ProcessorWrapping.of(config);
        processorsChangeRecords = config != null
                && InternalConfig.getBoolean(config.originals(), InternalConfig.ENABLE_PROCESS_PROCESSVALUE_FIX, false);
    }

    public NameSequence names() {
        return names;
    }

    public @Nullable DslStoreSuppliers storeSuppliers() {
        return storeSuppliers;
    }

    public ProcessorWrapping wrapper() {
        return wrapper;
    }

    /** Whether the rules take it that the user's processors change records. By default they do not, as in the reference. */
    public boolean processorsChangeRecords() {
        return processorsChangeRecords;
    }

    /** Tells of the store of a table that the user did not name, which is made if somebody needs it. */
    public void addUnnamed(StoreBuilder<?> store) {
        unnamedStores.add(store);
    }

    /** Whether the program is optimized by a rule. */
    boolean follows(Rule rule) {
        return rules.contains(rule);
    }

    /** Sets what {@code topology.optimization} asks for. */
    public void optimize(Set<String> optimizations) {
        rules.clear();
        for (Rule rule : Rule.values()) {
            if (optimizations.contains(rule.configured())) {
                rules.add(rule);
            }
        }
    }

    /** Appends a step. */
    public <S extends Step> S add(S step) {
        steps.add(step);
        return step;
    }

    /** Appends a stream's source, or finds the one that reads the same already: a topic is read once. */
    public SourceStep addStreamSource(SourceStep source) {
        for (SourceStep known : streamSources) {
            if (known.reads(source)) {
                return known;
            }
        }
        streamSources.add(source);
        return add(source);
    }

    /** Demands that the topics of these sources have the same number of partitions. */
    public void copartition(Set<Upstream> one, Set<Upstream> other) {
        Set<Upstream> all = new LinkedHashSet<>(one);
        all.addAll(other);
        add(target -> {
            Set<String> names = new LinkedHashSet<>();
            all.forEach(source -> names.add(source.source()));
            target.copartition(names);
        });
    }

    /** Adds the nodes of all steps that were not lowered before; a program can grow after it was built. */
    public void lower(RecordedTopology target) {
        RepartitionMerge merge = RepartitionMerge.of(steps, lowered);
        if (follows(Rule.MERGE_REPARTITION_TOPICS)) {
            merge.apply(target);
        } else {
            merge.explainOff(target);
        }
        while (lowered < steps.size()) {
            steps.get(lowered).lower(target);
            lowered++;
        }
        if (namesRequired) {
            new GeneratedNames(names, target.definition(), unnamedStores).check();
        }
    }
}
