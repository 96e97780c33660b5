package dev.millrace.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.script.Cluster;
import dev.millrace.conformance.script.Placement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public functions that assign tasks, on random clusters: what comes out is valid, as balanced, as cheap and as sticky as what
 * the reference makes of the same cluster. There is more than one such assignment, so they need not be equal.
 */
class TaskAssignmentTest {
    private static final int SEEDS = 60 * Integer.getInteger("conformance.seeds", 4);
    private static final String NONE = "none";
    private static final String MIN_TRAFFIC = "min_traffic";
    private static final String BALANCED = "balance_subtopology";

    private static Stream<Cluster> clusters(String strategy, boolean tagged) {
        return LongStream.range(0, SEEDS).mapToObj(seed -> Cluster.random(seed, strategy, tagged));
    }

    private static Placement before(Cluster cluster) {
        return new Placement(
                cluster.processes().stream().map(Cluster.Member::wasActive).toList(),
                cluster.processes().stream().map(Cluster.Member::wasStandby).toList(),
                "");
    }

    private static Placement activesBefore(Cluster cluster) {
        Placement before = before(cluster);
        return new Placement(
                before.active(),
                before.standby().stream().map(standbys -> Set.<String>of()).toList(),
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {NONE, MIN_TRAFFIC})
    void activeTasksMoveWhereTheyCostLeast(String strategy) {
        clusters(strategy, false).forEach(cluster -> {
            Placement given = activesBefore(cluster);
            Placement found = Engine.MILLRACE.assign("actives", cluster, given);
            Placement expected = Engine.REFERENCE.assign("actives", cluster, given);

            assertThat(found.error()).isEqualTo("NONE");
            assertThat(sizes(found.active())).isEqualTo(sizes(given.active()));
            assertThat(activeCost(cluster, found)).isEqualTo(activeCost(cluster, expected));
            if (strategy.equals(NONE)) {
                assertThat(found.active()).isEqualTo(given.active());
            }
        });
    }

    @Test
    void subtopologiesAreSpreadBeforeAnythingElse() {
        clusters(BALANCED, false).forEach(cluster -> {
            Placement given = activesBefore(cluster);
            Placement found = Engine.MILLRACE.assign("actives", cluster, given);
            Placement expected = Engine.REFERENCE.assign("actives", cluster, given);

            assertThat(sizes(found.active())).isEqualTo(sizes(given.active()));
            assertThat(aboveShare(cluster, found)).isZero();
            assertThat(aboveShare(cluster, expected)).isZero();
            assertThat(activeCost(cluster, found)).isLessThanOrEqualTo(activeCost(cluster, expected));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTaskWithStateHasItsStandbys(boolean tagged) {
        clusters(NONE, tagged).forEach(cluster -> {
            Placement given = activesBefore(cluster);
            Placement found = Engine.MILLRACE.assign("more", cluster, given);
            Placement expected = Engine.REFERENCE.assign("more", cluster, given);

            assertThat(found.error()).isEqualTo("NONE");
            assertThat(found.active()).isEqualTo(given.active());
            assertThat(copies(found.standby())).isEqualTo(copies(expected.standby()));
            assertThat(differentTags(cluster, found)).isGreaterThanOrEqualTo(differentTags(cluster, expected));
        });
        if (!tagged) {
            assertThat(squaredLoads(Engine.MILLRACE)).isLessThanOrEqualTo(squaredLoads(Engine.REFERENCE));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void standbysMoveWhereTheyCostLeast(boolean tagged) {
        clusters(MIN_TRAFFIC, tagged).forEach(cluster -> {
            Placement given = Engine.MILLRACE.assign("more", cluster, activesBefore(cluster));
            Placement found = Engine.MILLRACE.assign("standbys", cluster, given);
            Placement expected = Engine.REFERENCE.assign("standbys", cluster, given);

            assertThat(found.error()).isEqualTo("NONE");
            assertThat(found.active()).isEqualTo(given.active());
            assertThat(sizes(found.standby())).isEqualTo(sizes(given.standby()));
            assertThat(copies(found.standby())).isEqualTo(copies(given.standby()));
            if (tagged) {
                assertThat(differentTags(cluster, found)).isEqualTo(differentTags(cluster, given));
            } else {
                assertThat(standbyCost(cluster, given, found))
                        .isLessThanOrEqualTo(standbyCost(cluster, given, expected));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sticky", "preserving"})
    void tasksStayAsFarAsThatIsBalanced(String function) {
        clusters(NONE, false).forEach(cluster -> {
            Placement found = Engine.MILLRACE.assign(function, cluster, before(cluster));
            Placement expected = Engine.REFERENCE.assign(function, cluster, before(cluster));

            assertThat(found.error()).isEqualTo("NONE");
            assertThat(copies(found.active())).isEqualTo(copies(expected.active()));
            assertThat(copies(found.standby())).isEqualTo(copies(expected.standby()));
            assertThat(highestLoad(cluster, found)).isLessThanOrEqualTo(highestLoad(cluster, expected));
            if (function.equals("preserving")) {
                assertThat(found.active()).isEqualTo(before(cluster).active());
            }
        });
    }

    // ---- what is compared ----

    private static List<Integer> sizes(List<Set<String>> sets) {
        return sets.stream().map(Set::size).toList();
    }

    /** How often each task is there. */
    private static Map<String, Integer> copies(List<Set<String>> placed) {
        Map<String, Integer> copies = new HashMap<>();
        placed.stream().flatMap(Collection::stream).forEach(task -> copies.merge(task, 1, Integer::sum));
        return copies;
    }

    private static long activeCost(Cluster cluster, Placement placed) {
        return cost(cluster, before(cluster).active(), placed.active(), true);
    }

    private static long standbyCost(Cluster cluster, Placement given, Placement placed) {
        return cost(cluster, given.standby(), placed.standby(), false);
    }

    private static long cost(Cluster cluster, List<Set<String>> given, List<Set<String>> placed, boolean active) {
        long cost = 0;
        for (int process = 0; process < placed.size(); process++) {
            String rack = cluster.processes().get(process).rack();
            for (Cluster.Task task : cluster.tasks()) {
                if (placed.get(process).contains(task.name())) {
                    boolean sourceFar = active && !task.sourceRacks().contains(rack);
                    boolean changelogFar =
                            task.isStateful() && !task.changelogRacks().contains(rack);
                    cost += (long) cluster.trafficCost() * ((sourceFar ? 1 : 0) + (changelogFar ? 1 : 0));
                    cost += given.get(process).contains(task.name()) ? 0 : cluster.nonOverlapCost();
                }
            }
        }
        return cost;
    }

    /** How many tasks are where a process has more of a subtopology than its part of all tasks, rounded up. */
    private static long aboveShare(Cluster cluster, Placement placed) {
        long above = 0;
        for (Set<String> tasks : placed.active()) {
            for (int subtopology = 0; subtopology < 3; subtopology++) {
                String prefix = subtopology + "_";
                long all = cluster.tasks().stream()
                        .filter(task -> task.name().startsWith(prefix))
                        .count();
                long here =
                        tasks.stream().filter(task -> task.startsWith(prefix)).count();
                double share = (double) all * tasks.size() / cluster.tasks().size();
                above += Math.max(0, here - (long) Math.ceil(share - 1e-9));
            }
        }
        return above;
    }

    /** How many values of tags the copies of each task are spread over, summed up. */
    private static long differentTags(Cluster cluster, Placement placed) {
        Set<List<String>> values = new HashSet<>();
        for (int process = 0; process < placed.active().size(); process++) {
            Map<String, String> tags = cluster.processes().get(process).tags();
            for (Cluster.Task task : cluster.tasks()) {
                boolean here = placed.active().get(process).contains(task.name())
                        || placed.standby().get(process).contains(task.name());
                cluster.tags().stream()
                        .filter(tag -> here && task.isStateful())
                        .forEach(tag -> values.add(List.of(task.name(), tag, tags.get(tag))));
            }
        }
        return values.size();
    }

    /** Of all clusters together: for a single one, which tasks come first may decide. */
    private static double squaredLoads(Engine engine) {
        return clusters(NONE, false)
                .flatMap(cluster -> loads(cluster, engine.assign("more", cluster, activesBefore(cluster))).stream())
                .mapToDouble(load -> load * load)
                .sum();
    }

    private static double highestLoad(Cluster cluster, Placement placed) {
        return loads(cluster, new Placement(placed.active(), List.of(), "")).stream()
                .mapToDouble(load -> load)
                .max()
                .orElseThrow();
    }

    /** Tasks per thread, of each process. */
    private static List<Double> loads(Cluster cluster, Placement placed) {
        List<Double> loads = new ArrayList<>();
        IntStream.range(0, cluster.processes().size()).forEach(process -> {
            int standbys = placed.standby().isEmpty()
                    ? 0
                    : placed.standby().get(process).size();
            double tasks = placed.active().get(process).size() + standbys;
            loads.add(tasks / cluster.processes().get(process).threads());
        });
        return loads;
    }
}
