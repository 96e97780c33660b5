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
    private final String name;
    private final Logger log;

    private boolean idle;
    private long lastCommitMs;
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
        lastCommitMs = clock.nowMs();
        lastPurgeMs = lastCommitMs;
        summary = new DutySummary(settings.summaryIntervalMs(), lastCommitMs);
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
            protocol.idle();
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
        long untilCommitMs = lastCommitMs + settings.commitIntervalMs() - clock.nowMs();
        boolean commitAhead = roster.running().stream().anyMatch(Task::commitNeeded);
        return commitAhead ? Math.max(0, Math.min(settings.pollMs(), untilCommitMs)) : settings.pollMs();
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
        boolean requested = roster.running().stream().anyMatch(Task::commitRequested);
        if (requested || clock.nowMs() - lastCommitMs >= settings.commitIntervalMs()) {
            commit();
        }
    }

    /** Commits what all running tasks did, whether it is due or not. */
    void commit() {
        List<Task> tasks = roster.running();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        tasks.forEach(task -> offsets.putAll(task.committableOffsets()));
        protocol.commit(tasks);
        purge.committed(offsets);
        summary.committed(tasks.size());
        lastCommitMs = clock.nowMs();
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
