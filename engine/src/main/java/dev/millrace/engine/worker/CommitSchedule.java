package dev.millrace.engine.worker;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says when which of a worker's tasks are to be committed.
 *
 * <p>The idea. A commit stops its worker: what changed is sorted and sent, and then there is a wait until all of it is
 * acknowledged. Records that come in meanwhile wait too, and if all tasks are committed at once, the slowest percent of all
 * records wait as long as all their commits take together. So where tasks may be committed apart, a worker with time to
 * spare commits them in turns that are spread over the interval. A worker without commits them all when the interval is over:
 * the fewer commits, the less work.
 *
 * <pre>
 *   time to spare    1    2    3    4    1    2    3    4    1
 *   none                              1234                     1234
 *                    |---- less than an interval ----|
 * </pre>
 *
 * @param <T> what is committed: tasks
 */
final class CommitSchedule<T> {
    private static final int MOST_TURNS = 8;
    private static final long LEAST_TURN_MS = 50;

    private final long intervalMs;
    private final boolean apart;

    /** When those were committed that were committed apart from the others since all were. */
    private final Map<T, Long> committedMs = new HashMap<>();

    private long allCommittedMs;
    private long lastTurnMs;

    /** @param apart whether tasks may be committed one without the other */
    CommitSchedule(long intervalMs, boolean apart, long nowMs) {
        this.intervalMs = intervalMs;
        this.apart = apart;
        this.allCommittedMs = nowMs;
        this.lastTurnMs = nowMs;
    }

    /** Whether the interval of any of them is over, so that all are to be committed, time to spare or not. */
    boolean allDue(Collection<T> tasks, long nowMs) {
        return nowMs >= allDueMs(tasks);
    }

    /** Those that a worker with time to spare commits now. */
    List<T> turn(Collection<T> tasks, long nowMs) {
        if (nowMs < turnDueMs(tasks)) {
            return List.of();
        }
        int turns = turns(tasks);
        return tasks.stream()
                .sorted(Comparator.comparingLong(this::committedMs))
                .limit((tasks.size() + turns - 1) / turns)
                .toList();
    }

    /** How long until there is something to commit. */
    long untilNextMs(Collection<T> tasks, long nowMs) {
        return Math.max(0, Math.min(allDueMs(tasks), turnDueMs(tasks)) - nowMs);
    }

    /** All of a worker's tasks were committed. */
    void allCommitted(long nowMs) {
        committedMs.clear();
        allCommittedMs = nowMs;
        lastTurnMs = nowMs;
    }

    /** Some of {@code tasks} were committed. */
    void committed(Collection<T> some, Collection<T> tasks, long nowMs) {
        committedMs.keySet().retainAll(tasks);
        some.forEach(task -> committedMs.put(task, nowMs));
        lastTurnMs = nowMs;
    }

    private long allDueMs(Collection<T> tasks) {
        long oldestMs = tasks.stream().mapToLong(this::committedMs).min().orElse(allCommittedMs);
        return oldestMs + intervalMs;
    }

    /** One turn more would fit into the interval: so nothing is ever due for all as long as there is time to spare. */
    private long turnDueMs(Collection<T> tasks) {
        int turns = turns(tasks);
        return apart && turns > 1 ? lastTurnMs + intervalMs / (turns + 1) : Long.MAX_VALUE;
    }

    private int turns(Collection<T> tasks) {
        return (int) Math.min(intervalMs / LEAST_TURN_MS - 1, Math.min(MOST_TURNS, tasks.size()));
    }

    private long committedMs(T task) {
        return committedMs.getOrDefault(task, allCommittedMs);
    }
}
