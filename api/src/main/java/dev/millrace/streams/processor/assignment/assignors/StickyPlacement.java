package dev.millrace.streams.processor.assignment.assignors;

import dev.millrace.streams.errors.TaskAssignmentException;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.assignment.ApplicationState;
import dev.millrace.streams.processor.assignment.KafkaStreamsAssignment;
import dev.millrace.streams.processor.assignment.KafkaStreamsAssignment.AssignedTask;
import dev.millrace.streams.processor.assignment.KafkaStreamsState;
import dev.millrace.streams.processor.assignment.ProcessId;
import dev.millrace.streams.processor.assignment.TaskInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Gives each active task to a process: first to where it was active, then to where it was a standby, then to where there is room.
 *
 * <p>How many tasks a process has room for is settled before, by tasks per thread, so the result is balanced whatever stays. Tasks with
 * state are placed before those without, so that both kinds are balanced.
 */
final class StickyPlacement {
    private final Map<ProcessId, KafkaStreamsState> processes = new TreeMap<>();
    private final Map<ProcessId, KafkaStreamsAssignment> assignments = new TreeMap<>();
    private final Map<ProcessId, Integer> rooms = new HashMap<>();
    private final Map<TaskId, TaskInfo> tasks;
    private final Set<TaskId> waiting;

    StickyPlacement(ApplicationState application) {
        tasks = application.allTasks();
        waiting = new TreeSet<>(tasks.keySet());
        application.kafkaStreamsStates(false).forEach((process, state) -> {
            assignments.put(process, KafkaStreamsAssignment.of(process, Set.of()));
            if (state.numProcessingThreads() > 0) {
                processes.put(process, state);
            }
        });
        if (processes.isEmpty()) {
            throw new TaskAssignmentException("There is no stream thread to run " + tasks.size()
                    + " tasks: none of the " + assignments.size() + " processes has one");
        }
    }

    /**
     * Says who runs what; without standbys.
     *
     * @param mustPreserve whether all tasks stay where they were active, balanced or not
     */
    Map<ProcessId, KafkaStreamsAssignment> place(boolean mustPreserve) {
        if (mustPreserve) {
            processes.keySet().forEach(process -> rooms.put(process, tasks.size()));
            place(Set.copyOf(waiting), this::wasActive);
        }
        placeBalanced(waiting.stream()
                .filter(task -> tasks.get(task).isStateful())
                .collect(Collectors.toCollection(TreeSet::new)));
        placeBalanced(new TreeSet<>(waiting));
        return assignments;
    }

    /** A task that is a standby elsewhere is the first to leave: there it starts at once. */
    private void placeBalanced(Collection<TaskId> some) {
        makeRoom(some);
        place(some, (process, task) -> wasActive(process, task) && !hasSpare(task));
        place(some, this::wasActive);
        place(some, this::wasStandby);
        place(some, (process, task) -> true);
    }

    private void place(Collection<TaskId> some, BiPredicate<ProcessId, TaskId> condition) {
        for (TaskId task : some) {
            if (waiting.contains(task)) {
                processes.keySet().stream()
                        .filter(process -> rooms.get(process) > 0 && condition.test(process, task))
                        .findFirst()
                        .ifPresent(process -> place(process, task));
            }
        }
    }

    private void place(ProcessId process, TaskId task) {
        assignments.get(process).assignTask(new AssignedTask(task, AssignedTask.Type.ACTIVE));
        rooms.merge(process, -1, Integer::sum);
        waiting.remove(task);
    }

    /** Room for one task after the other where a thread has least to do, and if that is equal where most of them were. */
    private void makeRoom(Collection<TaskId> some) {
        Map<ProcessId, Long> kept = new HashMap<>();
        processes.keySet().forEach(process -> {
            rooms.put(process, 0);
            kept.put(
                    process,
                    some.stream().filter(task -> wasActive(process, task)).count());
        });
        for (int n = 0; n < some.size(); n++) {
            ProcessId next = processes.keySet().stream()
                    .min((one, other) -> {
                        int byLoad = compareLoad(one, other);
                        return byLoad != 0 ? byLoad : Long.compare(kept.get(other), kept.get(one));
                    })
                    .orElseThrow();
            rooms.merge(next, 1, Integer::sum);
        }
    }

    /** By tasks per thread, as they would be with one more. */
    private int compareLoad(ProcessId one, ProcessId other) {
        return Long.compare(withOneMore(one) * threads(other), withOneMore(other) * threads(one));
    }

    private long withOneMore(ProcessId process) {
        return assignments.get(process).tasks().size() + rooms.get(process) + 1L;
    }

    private int threads(ProcessId process) {
        return processes.get(process).numProcessingThreads();
    }

    private boolean wasActive(ProcessId process, TaskId task) {
        return processes.get(process).previousActiveTasks().contains(task);
    }

    private boolean wasStandby(ProcessId process, TaskId task) {
        return processes.get(process).previousStandbyTasks().contains(task);
    }

    private boolean hasSpare(TaskId task) {
        return processes.keySet().stream().anyMatch(process -> wasStandby(process, task));
    }
}
