package dev.millrace.conformance.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * An application to assign tasks of: processes by number, tasks by name ({@code subtopology_partition}), settings.
 *
 * @param strategy of rack awareness
 * @param tags by which standbys are spread
 */
public record Cluster(
        List<Member> processes,
        List<Task> tasks,
        int standbys,
        String strategy,
        int trafficCost,
        int nonOverlapCost,
        List<String> tags) {

    /** One instance of the application, with the tasks it had. */
    public record Member(
            int threads, String rack, Map<String, String> tags, Set<String> wasActive, Set<String> wasStandby) {}

    /**
     * A task, with the racks of what it reads and of its changelog.
     *
     * @param changelogRacks empty if it has no state
     */
    public record Task(String name, Set<String> sourceRacks, Set<String> changelogRacks) {

        /** Whether it has state. */
        public boolean isStateful() {
            return !changelogRacks.isEmpty();
        }
    }

    /** A small cluster, equal for equal seeds. Every task had a process, some had standbys. */
    public static Cluster random(long seed, String strategy, boolean tagged) {
        Random random = new Random(seed);
        List<Task> tasks = tasks(random);
        List<Set<String>> active = emptySets(2 + random.nextInt(5));
        List<Set<String>> standby = emptySets(active.size());
        for (Task task : tasks) {
            int owner = random.nextInt(active.size());
            active.get(owner).add(task.name());
            int other = random.nextInt(active.size());
            if (task.isStateful() && other != owner) {
                standby.get(other).add(task.name());
            }
        }
        List<Member> processes = IntStream.range(0, active.size())
                .mapToObj(n ->
                        new Member(1 + random.nextInt(3), rack(random), tags(random), active.get(n), standby.get(n)))
                .toList();
        int standbys = 1 + random.nextInt(2);
        return new Cluster(
                processes,
                tasks,
                standbys,
                strategy,
                1 + random.nextInt(10),
                random.nextInt(10),
                tagged ? List.of("zone", "kind") : List.of());
    }

    private static List<Task> tasks(Random random) {
        List<Task> tasks = new ArrayList<>();
        int subtopologies = 1 + random.nextInt(3);
        for (int subtopology = 0; subtopology < subtopologies; subtopology++) {
            boolean stateful = subtopology == 0 || random.nextBoolean();
            int partitions = 1 + random.nextInt(8);
            for (int partition = 0; partition < partitions; partition++) {
                tasks.add(new Task(subtopology + "_" + partition, racks(random), stateful ? racks(random) : Set.of()));
            }
        }
        return tasks;
    }

    private static List<Set<String>> emptySets(int size) {
        return IntStream.range(0, size)
                .<Set<String>>mapToObj(n -> new TreeSet<>())
                .toList();
    }

    private static Map<String, String> tags(Random random) {
        return Map.of("zone", "z" + random.nextInt(3), "kind", "k" + random.nextInt(2));
    }

    private static Set<String> racks(Random random) {
        return new TreeSet<>(List.of(rack(random), rack(random)).subList(0, 1 + random.nextInt(2)));
    }

    private static String rack(Random random) {
        return "r" + random.nextInt(4);
    }
}
