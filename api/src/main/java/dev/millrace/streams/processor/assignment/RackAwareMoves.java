package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.assignment.KafkaStreamsAssignment.AssignedTask;
import dev.millrace.streams.processor.assignment.TaskAssignmentUtils.RackAwareOptimizationParams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Moves the copies of one kind, active or standby, so that reading across racks and moving cost least together, while every
 * process keeps as many as it had (KIP-925).
 *
 * <p>That is a network through which copies flow, at a price on the edge from a copy to a process:
 *
 * <pre>
 *           copies          shares: process and subtopology     processes
 *          +- 0_0 -----------> A, subtopology 0 ------------+
 *   source +- 0_1 ---.   .---> A, subtopology 1 ------------+---> A ---+
 *          |          '-'                                                +-> sink
 *          +- 1_0 ---' '-----> B, subtopology 1 ----------------> B ---+
 * </pre>
 *
 * As much as a process had leaves it for the sink. With the strategy that balances subtopologies, a share lets pass without a price no
 * more than its process had of all, rounded up. Copies that are interchangeable (standbys of one task, on processes with equal client
 * tags, among which alone they move) are one node with several copies.
 */
final class RackAwareMoves {
    private final RackAwareOptimizationParams params;
    private final AssignedTask.Type type;
    private final Map<ProcessId, KafkaStreamsAssignment> assignments;
    private final Map<ProcessId, KafkaStreamsState> processes;
    private final RackTraffic traffic;

    private final MinCostFlow network = new MinCostFlow();
    private final int source = network.node();
    private final int sink = network.node();
    private final Map<Share, Integer> shares = new HashMap<>();
    private final List<Way> ways = new ArrayList<>();

    /** The tasks to move, with the processes that have a copy of the kind. */
    private final Map<TaskId, SortedSet<ProcessId>> holders = new TreeMap<>();

    private int copies;
    private long dearest;

    private RackAwareMoves(
            RackAwareOptimizationParams params,
            AssignedTask.Type type,
            Map<ProcessId, KafkaStreamsAssignment> assignments) {
        this.params = params;
        this.type = type;
        this.assignments = assignments;
        processes = params.application().kafkaStreamsStates(false);
        traffic = new RackTraffic(params.application());
    }

    /** Changes the assignments, unless strategy or costs are not configured, or not all racks are known. */
    static void apply(
            RackAwareOptimizationParams params,
            AssignedTask.Type type,
            Map<ProcessId, KafkaStreamsAssignment> assignments) {
        RackAwareMoves moves = new RackAwareMoves(params, type, assignments);
        if (moves.arePossible()) {
            moves.processes
                    .keySet()
                    .forEach(process -> assignments.computeIfAbsent(
                            process, missing -> KafkaStreamsAssignment.of(missing, Set.of())));
            moves.findHolders();
            moves.build();
            moves.network.send(moves.source, moves.sink);
            moves.change();
        }
    }

    private boolean arePossible() {
        AssignmentConfigs configs = params.application().assignmentConfigs();
        return !configs.rackAwareAssignmentStrategy().equals(StreamsConfig.RACK_AWARE_ASSIGNMENT_STRATEGY_NONE)
                && configs.rackAwareTrafficCost().isPresent()
                && configs.rackAwareNonOverlapCost().isPresent()
                && traffic.isKnown();
    }

    private void findHolders() {
        for (KafkaStreamsAssignment assignment : assignments.values()) {
            for (AssignedTask task : assignment.tasks().values()) {
                if (task.type() == type && params.tasks().contains(task.id())) {
                    holders.computeIfAbsent(task.id(), id -> new TreeSet<>()).add(assignment.processId());
                    copies++;
                }
            }
        }
    }

    private void build() {
        Map<ProcessId, Integer> ends = new HashMap<>();
        Map<ProcessId, Integer> had = holders.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toMap(process -> process, process -> 1, Integer::sum, TreeMap::new));
        had.forEach((process, copies) -> {
            ends.put(process, network.node());
            network.edge(ends.get(process), sink, copies, 0);
        });
        holders.forEach((task, having) -> {
            for (List<ProcessId> alike : interchangeable(task, had.keySet())) {
                addCopies(task, having, alike);
            }
        });
        shares.forEach((share, node) -> limit(share, node, ends.get(share.process()), had));
    }

    /** The processes that may have a copy of this task, in groups within which a copy may move. */
    private Iterable<List<ProcessId>> interchangeable(TaskId task, Set<ProcessId> candidates) {
        if (type == AssignedTask.Type.ACTIVE) {
            return List.of(List.copyOf(candidates));
        }
        List<String> tags = params.application().assignmentConfigs().rackAwareAssignmentTags();
        return candidates.stream()
                .filter(process -> !hasActive(process, task))
                .collect(Collectors.groupingBy(process -> tags.stream()
                        .map(tag -> processes.get(process).clientTags().getOrDefault(tag, ""))
                        .toList()))
                .values();
    }

    private boolean hasActive(ProcessId process, TaskId task) {
        AssignedTask assigned = assignments.get(process).tasks().get(task);
        return assigned != null && assigned.type() == AssignedTask.Type.ACTIVE;
    }

    private void addCopies(TaskId task, Set<ProcessId> having, List<ProcessId> alike) {
        int copies = (int) alike.stream().filter(having::contains).count();
        if (copies == 0) {
            return;
        }
        int node = network.node();
        network.edge(source, node, copies, 0);
        for (ProcessId process : alike) {
            int share = shares.computeIfAbsent(new Share(process, task.subtopology()), missing -> network.node());
            long price = price(task, process, having.contains(process));
            dearest = Math.max(dearest, price);
            ways.add(new Way(task, process, network.edge(node, share, 1, price)));
        }
    }

    /** Of results that cost the same, the one with the fewest moves is the cheapest: all moves together weigh less than one unit. */
    private long price(TaskId task, ProcessId process, boolean stays) {
        long cost = params.trafficCost() * traffic.of(task, type, process) + (stays ? 0 : params.nonOverlapCost());
        return cost * (copies + 1L) + (stays ? 0 : 1);
    }

    /** Beyond its limit a share is dearer than anything else could be. */
    private void limit(Share share, int node, int end, Map<ProcessId, Integer> had) {
        int free = copies;
        if (params.balancesSubtopologies()) {
            long ofSubtopology = holders.entrySet().stream()
                    .filter(entry -> entry.getKey().subtopology() == share.subtopology())
                    .mapToInt(entry -> entry.getValue().size())
                    .sum();
            free = (int) ((ofSubtopology * had.get(share.process()) + copies - 1) / copies);
            network.edge(node, end, copies, (dearest + 1) * (copies + 1));
        }
        network.edge(node, end, free, 0);
    }

    private void change() {
        holders.forEach((task, having) ->
                having.forEach(process -> assignments.get(process).removeTask(new AssignedTask(task, type))));
        ways.stream()
                .filter(way -> network.sent(way.edge()) > 0)
                .forEach(way -> assignments.get(way.process()).assignTask(new AssignedTask(way.task(), type)));
    }

    /** What one process has of one subtopology. */
    private record Share(ProcessId process, int subtopology) {}

    /** The edge by which a copy of a task comes to a process. */
    private record Way(TaskId task, ProcessId process, int edge) {}
}
