package dev.millrace.engine.assign;

import dev.millrace.streams.processor.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Divides tasks evenly among members, and moves as few of them as that allows.
 *
 * <p>Even means that no member has two tasks more than another. Within that, in this order:
 * <ol>
 *   <li>who runs a task keeps it;
 *   <li>a task with state goes to the process whose local state is the most complete, so that the least is replayed;
 *   <li>what is left goes to whoever has the fewest tasks, and among those to whoever has the fewest of the same
 *       subtopology, so that a heavy subtopology spreads.
 * </ol>
 *
 * <p>The same input gives the same division, whatever the order of the collections: every member could compute it.
 */
final class TaskDivision {
    private static final Comparator<PlaceableTask> STATEFUL_FIRST =
            Comparator.comparing(PlaceableTask::stateful).reversed().thenComparing(PlaceableTask::id);

    private final List<Candidate> candidates;
    private final Map<String, SortedSet<TaskId>> shares = new TreeMap<>();
    private final int evenShare;
    private int largerShares;

    private TaskDivision(int tasks, Collection<Candidate> candidates) {
        this.candidates = candidates.stream()
                .sorted(Comparator.comparing(Candidate::memberId))
                .toList();
        this.candidates.forEach(candidate -> shares.put(candidate.memberId(), new TreeSet<>()));
        evenShare = tasks / candidates.size();
        largerShares = tasks % candidates.size();
    }

    /**
     * The division, by member id; a member that gets nothing is there with an empty set.
     *
     * @throws IllegalArgumentException if there is no candidate
     */
    static Map<String, SortedSet<TaskId>> of(Collection<PlaceableTask> tasks, Collection<Candidate> candidates) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("Nobody to give " + tasks.size() + " tasks to");
        }
        TaskDivision division = new TaskDivision(tasks.size(), candidates);
        List<PlaceableTask> left = tasks.stream().sorted(STATEFUL_FIRST).toList();
        left = division.place(left, division::whoRunsIt);
        left = division.place(left, division::whoHasItsState);
        division.place(left, division::whoHasTheFewest);
        return division.shares;
    }

    /** Gives each task to whom {@code choice} says, and returns those for which it says nobody. */
    private List<PlaceableTask> place(List<PlaceableTask> tasks, Choice choice) {
        List<PlaceableTask> left = new ArrayList<>();
        for (PlaceableTask task : tasks) {
            Optional<Candidate> chosen = choice.of(task);
            chosen.ifPresentOrElse(candidate -> give(candidate, task.id()), () -> left.add(task));
        }
        return left;
    }

    private void give(Candidate candidate, TaskId task) {
        SortedSet<TaskId> share = share(candidate);
        share.add(task);
        if (share.size() > evenShare) {
            largerShares--;
        }
    }

    private Optional<Candidate> whoRunsIt(PlaceableTask task) {
        return withRoom(candidate -> candidate.running().contains(task.id())).findFirst();
    }

    private Optional<Candidate> whoHasItsState(PlaceableTask task) {
        if (!task.stateful()) {
            return Optional.empty();
        }
        Comparator<Candidate> mostComplete =
                Comparator.comparing(candidate -> candidate.changelogOffsets().getOrDefault(task.id(), 0L));
        return withRoom(candidate -> candidate.changelogOffsets().getOrDefault(task.id(), 0L) > 0)
                .min(mostComplete.reversed().thenComparing(this::size));
    }

    private Optional<Candidate> whoHasTheFewest(PlaceableTask task) {
        return withRoom(candidate -> true)
                .min(Comparator.comparing(this::size).thenComparing(candidate -> siblings(candidate, task)));
    }

    /** Who may take one more task, in the order of member ids. */
    private Stream<Candidate> withRoom(Predicate<Candidate> condition) {
        return candidates.stream().filter(condition).filter(candidate -> {
            int size = size(candidate);
            return size < evenShare || (size == evenShare && largerShares > 0);
        });
    }

    private int size(Candidate candidate) {
        return share(candidate).size();
    }

    private long siblings(Candidate candidate, PlaceableTask task) {
        return share(candidate).stream()
                .filter(other -> other.subtopology() == task.id().subtopology())
                .count();
    }

    private SortedSet<TaskId> share(Candidate candidate) {
        return shares.getOrDefault(candidate.memberId(), new TreeSet<>());
    }

    private interface Choice {
        Optional<Candidate> of(PlaceableTask task);
    }
}
