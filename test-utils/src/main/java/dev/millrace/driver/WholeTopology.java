package dev.millrace.driver;

import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.NodeDefinition;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Subtopology;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes one subtopology of all that a plan has, so that one task runs everything, as in the reference's driver.
 *
 * <p>A test sees it: every processor is in task {@code 0_0}, stream time is one for all, and records that wait in internal
 * topics are chosen by their time together with those of all other inputs.
 */
final class WholeTopology {
    private static final int ONLY_ID = 0;

    private WholeTopology() {}

    /** The same plan with one subtopology, or none if there are only global stores. */
    static Plan of(Plan plan) {
        return new Plan(
                plan.applicationId(),
                plan.definition(),
                plan.subtopologies().isEmpty() ? List.of() : List.of(merged(plan)),
                plan.globalStores(),
                plan.internalTopics(),
                plan.copartitionGroups());
    }

    private static Subtopology merged(Plan plan) {
        return new Subtopology(
                ONLY_ID,
                nodes(plan),
                plan.subtopologies().stream()
                        .flatMap(part -> part.stores().stream())
                        .distinct()
                        .toList(),
                all(plan, Subtopology::sourceTopics),
                all(plan, Subtopology::repartitionSourceTopics),
                all(plan, Subtopology::sinkTopics),
                all(plan, Subtopology::globalStores));
    }

    /** In the order in which the program added them, which is the order in which they are opened and closed. */
    private static List<NodeDefinition> nodes(Plan plan) {
        Set<String> global = plan.globalStores().stream()
                .map(GlobalStoreDefinition::source)
                .map(NodeDefinition::name)
                .collect(Collectors.toSet());
        plan.globalStores().forEach(store -> global.add(store.processor().name()));
        return plan.definition().nodes().values().stream()
                .filter(node -> !global.contains(node.name()))
                .toList();
    }

    private static Set<String> all(Plan plan, Function<Subtopology, Set<String>> part) {
        return plan.subtopologies().stream()
                .flatMap(each -> part.apply(each).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
