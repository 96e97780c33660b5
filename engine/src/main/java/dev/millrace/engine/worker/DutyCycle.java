package dev.millrace.engine.worker;

import dev.millrace.engine.commit.CommitProtocol;
import dev.millrace.engine.port.RecordSource;
import dev.millrace.engine.restore.Restoration;
import dev.millrace.engine.task.Task;
import dev.millrace.engine.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;

/**
 * What a worker does all day, over and over: fetch, open, restore, process, punctuate, commit, purge.
 *
 * <p>Every duty returns how much it did. A cycle in which nothing was done lets the next fetch wait for records, up to
 * {@code poll.ms} or the next commit; before it, what was sent is brought on its way.
 */
final class DutyCycle {
    private static final int RECORDS_PER_TURN = 1_000;
    private static final int RESTORED_WHILE_IDLE = 20_000;
    private static final long RETRY_OPENING_MS = 10;

    private final WorkerSettings settings;
    private final Clock clock;
    private final RecordSource source;
    private final CommitProtocol protocol;
    private final Restoration restoration;
    private final TaskRoster roster;
    private final RepartitionPurge purge;
    private final BooleanSupplier paused;
    private final DutySummary summary;
    private final CommitSchedule<Task> commits;
    private final WriteTurns<Task> writes = new WriteTurns<>(Task::writtenMs);
    private final String name;
    private final Logger log;

    private boolean idle;

    private long lastPurgeMs;

    /** While {@code paused}, only the group's business is done; asked often, because another thread decides it. */
    DutyCycle(WorkerParts parts, TaskRoster roster, Restoration restoration, BooleanSupplier paused) {
        this.paused = paused;
        this.settings = parts.settings();
        this.clock = parts.clock();
        this.source = parts.source();
        this.protocol = parts.protocol();
        this.restoration = restoration;
        this.roster = roster;
        this.purge = new RepartitionPurge(parts.plan(), parts.admin());
        long nowMs = clock.nowMs();
        lastPurgeMs = nowMs;
        commits = new CommitSchedule<>(settings.commitIntervalMs(), protocol.commitsApart(), nowMs);
        summary = new DutySummary(settings.summaryIntervalMs(), nowMs);
        name = parts.identity().name();
        log = parts.log();
    }

    /** Once around. */
    void once() {
        roster.adjustFlow(paused.getAsBoolean());
        roster.route(source.poll(idle ? patienceMs() : 0));
        int work = roster.open() + restore() + roster.startRestored();
        // Asked again: the fetch may have waited, and what it brought must not slip through.
        if (!paused.getAsBoolean()) {
            work += process() + punctuate();
        }
        commitIfDue();
        purgeIfDue();
        logSummaryIfDue();
        idle = work == 0;
        if (idle) {
            writes.idle();
            protocol.idle();
            commitInTurn();
        }
    }

    /** How long the fetch may wait: not beyond the next commit, and hardly while stores wait for their content. */
    private long patienceMs() {
        if (restoration.busy()) {
            return 0;
        }
        if (!roster.complete()) {
            return Math.min(RETRY_OPENING_MS, settings.pollMs());
        }
        List<Task> tasks = roster.running();
        boolean commitAhead = tasks.stream().anyMatch(Task::commitNeeded);
        return commitAhead ? Math.min(settings.pollMs(), commits.untilNextMs(tasks, clock.nowMs())) : settings.pollMs();
    }

    private int restore() {
        return roster.running().isEmpty()
                ? restoration.work(settings.pollMs(), RESTORED_WHILE_IDLE)
                : restoration.work(0, RECORDS_PER_TURN);
    }

    /** Takes turns among the tasks until all have done what they can, or a pause begins. */
    private int process() {
        List<Task> tasks = roster.running();
        int records = 0;
        int inThisRound;
        do {
            inThisRound = 0;
            for (Task task : tasks) {
                if (task.hasBacklog()) {
                    protocol.beforeWork();
                    inThisRound += task.process(RECORDS_PER_TURN);
                }
            }
            records += inThisRound;
            commitIfDue();
        } while (inThisRound > 0 && !paused.getAsBoolean());
        summary.processed(records);
        return records;
    }

    private int punctuate() {
        int calls = 0;
        for (Task task : roster.running()) {
            if (task.wallClockPunctuationDue()) {
                protocol.beforeWork();
                calls += task.punctuateWallClock();
            }
        }
        summary.punctuated(calls);
        return calls;
    }

    private void commitIfDue() {
        List<Task> tasks = roster.running();
        if (tasks.stream().anyMatch(Task::commitRequested) || commits.allDue(tasks, clock.nowMs())) {
            commit();
        }
    }

    /** See {@link CommitSchedule}. */
    private void commitInTurn() {
        List<Task> tasks = roster.running();
        List<Task> some = commits.turn(tasks, clock.nowMs());
        if (!some.isEmpty()) {
            commit(some);
            commits.committed(some, tasks, clock.nowMs());
        }
    }

    /** Commits what all running tasks did, whether it is due or not. */
    void commit() {
        commit(roster.running());
        commits.allCommitted(clock.nowMs());
    }

    private void commit(List<Task> tasks) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        tasks.forEach(task -> offsets.putAll(task.committableOffsets()));
        List<Task> changed = tasks.stream().filter(Task::commitNeeded).toList();
        writes.next(changed, clock.nowMs()).ifPresent(Task::writeWithNextCommit);
        protocol.commit(tasks);
        purge.committed(offsets);
        summary.committed(tasks.size());
    }

    private void logSummaryIfDue() {
        String text = summary.due(clock.nowMs());
        if (text != null) {
            log.info("{}: {}", name, text);
        }
    }

    private void purgeIfDue() {
        if (clock.nowMs() - lastPurgeMs >= settings.purgeIntervalMs()) {
            purge.purge();
            lastPurgeMs = clock.nowMs();
        }
    }
}
