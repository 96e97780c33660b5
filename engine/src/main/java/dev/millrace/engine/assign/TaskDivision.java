package dev.millrace.engine.assign;

import dev.millrace.streams.processor.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Divides tasks evenly among members, and moves as few of them as that allows.
 *
 * <p>Even means that no member has two tasks more than another; and of each subtopology no two more either, as far as the
 * former leaves room, so that a heavy subtopology spreads. Within that, in this order:
 * <ol>
 *   <li>who runs a task keeps it;
 *   <li>a task with state goes to the process whose local state is the most complete, so that the least is replayed;
 *   <li>what is left goes to whoever has the fewest tasks of its subtopology, and among those to whoever has the fewest.
 * </ol>
 *
 * <p>The same input gives the same division, whatever the order of the collections: every member could compute it.
 */
final class TaskDivision {
    private static final Comparator<PlaceableTask> STATEFUL_FIRST =
            Comparator.comparing(PlaceableTask::stateful).reversed().thenComparing(PlaceableTask::id);

    private final List<Candidate> candidates;
    private final Map<String, SortedSet<TaskId>> shares = new TreeMap<>();
    private final Quota all;
    private final Map<Integer, Quota> bySubtopology = new TreeMap<>();

    private TaskDivision(Collection<PlaceableTask> tasks, Collection<Candidate> candidates) {
        this.candidates = candidates.stream()
                .sorted(Comparator.comparing(Candidate::memberId))
                .toList();
        this.candidates.forEach(candidate -> shares.put(candidate.memberId(), new TreeSet<>()));
        all = new Quota(tasks.size(), candidates.size());
        Map<Integer, Integer> sizes = new TreeMap<>();
        tasks.forEach(task -> sizes.merge(task.id().subtopology(), 1, Integer::sum));
        sizes.forEach((subtopology, size) -> bySubtopology.put(subtopology, new Quota(size, candidates.size())));
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
        TaskDivision division = new TaskDivision(tasks, candidates);
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
        share(candidate).add(task);
        all.given(size(candidate));
        quotaOf(task).given(siblings(candidate, task));
    }

    private Optional<Candidate> whoRunsIt(PlaceableTask task) {
        return fairFor(task)
                .filter(candidate -> candidate.running().contains(task.id()))
                .findFirst();
    }

    private Optional<Candidate> whoHasItsState(PlaceableTask task) {
        if (!task.stateful()) {
            return Optional.empty();
        }
        Comparator<Candidate> mostComplete =
                Comparator.comparing(candidate -> candidate.changelogOffsets().getOrDefault(task.id(), 0L));
        return fairFor(task)
                .filter(candidate -> candidate.changelogOffsets().getOrDefault(task.id(), 0L) > 0)
                .min(mostComplete.reversed().thenComparing(this::size));
    }

    private Optional<Candidate> whoHasTheFewest(PlaceableTask task) {
        return withRoom()
                .min(Comparator.<Candidate, Integer>comparing(candidate -> siblings(candidate, task.id()))
                        .thenComparing(this::size)
                        .thenComparing(candidate -> !candidate.running().contains(task.id())));
    }

    /** Who may take one more task, in the order of member ids. */
    private Stream<Candidate> withRoom() {
        return candidates.stream().filter(candidate -> all.allowsMoreThan(size(candidate)));
    }

    /** Who may take one more task of this one's subtopology, too. */
    private Stream<Candidate> fairFor(PlaceableTask task) {
        Quota quota = quotaOf(task.id());
        return withRoom().filter(candidate -> quota.allowsMoreThan(siblings(candidate, task.id())));
    }

    private Quota quotaOf(TaskId task) {
        return Objects.requireNonNull(bySubtopology.get(task.subtopology()));
    }

    private int size(Candidate candidate) {
        return share(candidate).size();
    }

    private int siblings(Candidate candidate, TaskId task) {
        return (int) share(candidate).stream()
                .filter(other -> other.subtopology() == task.subtopology())
                .count();
    }

    private SortedSet<TaskId> share(Candidate candidate) {
        return Objects.requireNonNull(shares.get(candidate.memberId()));
    }

    /** How many of some tasks each member may have: all the same, and some of them one more. */
    private static final class Quota {
        private final int even;
        private int oneMore;

        Quota(int tasks, int members) {
            even = tasks / members;
            oneMore = tasks % members;
        }

        boolean allowsMoreThan(int size) {
            return size < even || (size == even && oneMore > 0);
        }

        void given(int size) {
            if (size > even) {
                oneMore--;
            }
        }
    }

    private interface Choice {
        Optional<Candidate> of(PlaceableTask task);
    }
}
