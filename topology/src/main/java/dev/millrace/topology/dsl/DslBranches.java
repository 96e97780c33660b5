package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.shorthand.Arguments.some;

import dev.millrace.streams.kstream.Branched;
import dev.millrace.streams.kstream.BranchedKStream;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Predicate;
import dev.millrace.topology.definition.OperatorDefinition.Branch;
import dev.millrace.topology.definition.OperatorDefinition.PassThrough;
import dev.millrace.topology.dsl.option.BranchedOptions;
import dev.millrace.topology.dsl.step.OperatorStep;
import dev.millrace.topology.naming.Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** A stream that is being divided. A branch is named after the split and its own name or place; the default's place is 0. */
final class DslBranches<K, V> implements BranchedKStream<K, V> {
    private final String name;
    private final StreamOrigin origin;
    private final @Nullable Serde<K> keySerde;
    private final @Nullable Serde<V> valueSerde;
    private final List<Predicate<Object, Object>> predicates = new ArrayList<>();
    private final List<String> children = new ArrayList<>();
    private int places;
    /** A hash map, because who iterates it names what follows: its order shows in generated names. */
    private final Map<String, KStream<K, V>> branches = new HashMap<>();

    DslBranches(StreamOrigin divided, String name, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        this.name = name;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
        OperatorStep split = new OperatorStep(name, List.of(divided.step()), () -> new Branch(predicates, children));
        this.origin = divided.then(divided.program().add(split));
    }

    @Override
    public BranchedKStream<K, V> branch(Predicate<? super K, ? super V> predicate) {
        return branch(predicate, new BranchedOptions<>());
    }

    @Override
    public BranchedKStream<K, V> branch(Predicate<? super K, ? super V> predicate, Branched<K, V> branched) {
        predicates.add(Untyped.function(some(predicate, "predicate")));
        places++;
        append(some(branched, "branched"), places);
        return this;
    }

    @Override
    public Map<String, KStream<K, V>> defaultBranch() {
        return defaultBranch(new BranchedOptions<>());
    }

    @Override
    public Map<String, KStream<K, V>> defaultBranch(Branched<K, V> branched) {
        predicates.add((key, value) -> true);
        append(some(branched, "branched"), 0);
        return branches;
    }

    @Override
    public Map<String, KStream<K, V>> noDefaultBranch() {
        return branches;
    }

    private void append(Branched<K, V> branched, int place) {
        BranchedOptions<K, V> options = new BranchedOptions<>(branched);
        String suffix = options.name() == null ? Integer.toString(place) : options.name();
        String branchName = origin.program().names().next(Prefix.STREAM_BRANCH, name + suffix);
        children.add(branchName);
        OperatorStep branch =
                origin.program().add(new OperatorStep(branchName, List.of(origin.step()), PassThrough::new));
        options.deliver(branchName, new DslStream<>(origin.then(branch), keySerde, valueSerde), branches);
    }
}
