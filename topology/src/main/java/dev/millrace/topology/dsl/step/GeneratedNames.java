package dev.millrace.topology.dsl.step;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.errors.TopologyException;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.StoreDefaults;
import dev.millrace.topology.definition.StoreDefinition;
import dev.millrace.topology.definition.TopologyDefinition;
import dev.millrace.topology.naming.NameSequence;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a program left to be named: stores, changelogs and repartition topics whose names change when steps are added before them,
 * so that their content is lost. The inner stores and topics of a join by foreign key do not count, nor does the buffer of a
 * suppression, which nobody can query; its changelog does. So it is in the reference.
 */
final class GeneratedNames {
    /** Completes stores; what they are called does not depend on it. */
    private static final StoreDefaults ANY =
            new StoreDefaults(BuiltInDslStoreSuppliers.ROCKS_DB, DslStoreFormat.TIMESTAMPED);

    private static final Set<String> OF_JOINS = Set.of("", "-store");
    private static final String INNER = "KTABLE-FK-JOIN-SUBSCRIPTION-";
    private static final String BUFFER = "KTABLE-SUPPRESS-";

    private final NameSequence names;
    private final TopologyDefinition definition;
    private final Map<String, StoreDefinition> localStores;

    /** The {@code possible} stores count whether or not the topology has come to need them. */
    GeneratedNames(NameSequence names, TopologyDefinition recorded, Collection<StoreBuilder<?>> possible) {
        this.names = names;
        this.definition = recorded.completedBy(ANY);
        this.localStores = new LinkedHashMap<>(definition.stores());
        possible.forEach(store -> localStores.computeIfAbsent(
                store.name(), unused -> new StoreDefinition(store, List.of(), null).completedBy(ANY)));
    }

    /** Fails if there are any. */
    void check() {
        String found = lines(changelogs(), "changelog topic(s)")
                + lines(stores(), "state store(s)")
                + lines(repartitionTopics(), "repartition topic(s)");
        if (!found.isEmpty()) {
            throw new TopologyException(found);
        }
    }

    private static String lines(List<String> found, String what) {
        return found.isEmpty()
                ? ""
                : "Following " + what + " has not been named: " + String.join(", ", found) + System.lineSeparator();
    }

    private List<String> changelogs() {
        return localStores.values().stream()
                .filter(store -> store.builder().loggingEnabled() && store.sourceTopic() == null)
                .map(StoreDefinition::name)
                .filter(this::isGenerated)
                .map(store -> store + "-changelog")
                .toList();
    }

    private List<String> stores() {
        return Stream.of(localStores.keySet(), definition.globalStores().keySet())
                .flatMap(Collection::stream)
                .filter(this::isGenerated)
                .filter(store -> !store.startsWith(BUFFER))
                .toList();
    }

    private List<String> repartitionTopics() {
        return definition.repartitionTopics().keySet().stream()
                .filter(topic -> isGenerated(topic.replaceFirst("-repartition$", "")))
                .toList();
    }

    private boolean isGenerated(String name) {
        return !name.startsWith(INNER)
                && OF_JOINS.stream()
                        .anyMatch(end ->
                                name.endsWith(end) && names.made(name.substring(0, name.length() - end.length())));
    }
}
