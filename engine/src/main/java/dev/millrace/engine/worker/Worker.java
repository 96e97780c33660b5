package dev.millrace.engine.worker;

import dev.millrace.engine.assign.ShareMessage;
import dev.millrace.engine.assign.TaskCatalog;
import dev.millrace.engine.port.PartitionListener;
import dev.millrace.engine.port.UnknownOutcomeException;
import dev.millrace.engine.restore.Restoration;
import dev.millrace.engine.task.Task;
import dev.millrace.streams.errors.MisconfiguredInternalTopicException;
import dev.millrace.streams.errors.MissingSourceTopicException;
import dev.millrace.streams.errors.TaskAssignmentException;
import dev.millrace.streams.errors.TaskCorruptedException;
import dev.millrace.streams.errors.TaskMigratedException;
import dev.millrace.streams.errors.TopologyException;
import java.util.Collection;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One thread of an instance: a member of the consumer group that runs the tasks which the group gives it.
 *
 * <p>It goes through its {@link DutyCycle} until it is told to stop. Everything happens on this one thread, so tasks need no
 * protection from each other; other threads ask for what they want by setting a flag and waking the fetch up.
 *
 * <p><b>What can go wrong.</b> If the group moved our tasks to someone else ({@code TaskMigratedException}), or the outcome of
 * a commit is unknown, all tasks are closed, which discards what they did since the last commit, and opened again at the
 * committed offsets if they are still ours. Time-outs of the cluster are tried again for {@code task.timeout.ms}. Everything
 * else ends this worker, after the {@link WorkerListener} was told.
 */
public final class Worker implements Runnable {
    private static final long CLOSE_TIMEOUT_MS = 30_000;
    private static final String SHUTDOWN_REASON = "shutdown of the application";

    private final WorkerParts parts;
    private final TaskRoster roster;
    private final DutyCycle duties;
    private final GroupMember member;
    private final TimeoutPatience patience;

    private volatile WorkerPhase phase = WorkerPhase.CREATED;
    private volatile boolean stopWanted;
    private volatile boolean applicationEndWanted;
    private volatile boolean paused;
    private volatile @Nullable Boolean leaveGroup;

    private @Nullable ShareMessage badNews;

    public Worker(WorkerParts parts) {
        this.parts = parts;
        this.patience = new TimeoutPatience(
                parts.identity().name(), parts.settings().taskTimeoutMs(), parts.clock(), parts.log());
        TaskCatalog catalog = new TaskCatalog(parts.plan());
        Restoration restoration = new Restoration(
                parts.changelogs(),
                parts.source(),
                parts.restoreListener(),
                parts.settings().restoreLimitBytes());
        this.roster = new TaskRoster(parts.tasks(), catalog, parts.source(), restoration, parts.log());
        this.duties = new DutyCycle(parts, roster, restoration, () -> paused);
        this.member = new GroupMember(
                parts.identity(),
                roster::ids,
                parts.tasks()::changelogOffsets,
                catalog,
                new TopicSetup(parts.plan(), parts.admin()),
                this::told,
                parts.log());
    }

    // ---- for any thread ----

    /** The name that logs and metadata show. */
    public String name() {
        return parts.identity().name();
    }

    public WorkerPhase phase() {
        return phase;
    }

    /** Its open tasks, restoring ones too. */
    public Collection<Task> tasks() {
        return roster.tasks();
    }

    /**
     * Asks it to commit, close and go.
     *
     * @param leaveGroup see {@link dev.millrace.engine.port.RecordSource#close(long, Boolean)}
     */
    public void stop(@Nullable Boolean leaveGroup) {
        this.leaveGroup = leaveGroup;
        stopWanted = true;
        parts.source().wakeup();
        parts.changelogs().wakeup();
    }

    /**
     * Like {@link #stop}, but before it goes it asks the group for the end of the whole application. Safe for any thread; the
     * worker need not be stopped as well.
     */
    public void endApplication() {
        applicationEndWanted = true;
        stop(null);
    }

    /** Stops or resumes processing; it stays a member of the group. */
    public void pause(boolean pause) {
        paused = pause;
    }

    // ---- the thread ----

    @Override
    public void run() {
        boolean clean = false;
        try {
            become(WorkerPhase.STARTING);
            parts.protocol().start();
            subscribe();
            while (!stopWanted) {
                cycle();
            }
            clean = true;
        } catch (Throwable failure) {
            fail(failure);
        } finally {
            if (applicationEndWanted) {
                endApplication(clean);
            }
            close(clean);
        }
    }

    private void endApplication(boolean clean) {
        if (clean) {
            quietly("commit", duties::commit);
        }
        askForShutdown();
    }

    private void subscribe() {
        Subscription subscription = Subscription.of(parts.plan());
        if (subscription.pattern() != null) {
            parts.source().subscribe(subscription.pattern(), new Shares(), member);
        } else {
            parts.source().subscribe(subscription.topics(), new Shares(), member);
        }
    }

    private void cycle() {
        try {
            duties.once();
            hearBadNews();
            patience.answered();
            if (phase == WorkerPhase.PARTITIONS_ASSIGNED && roster.complete()) {
                become(WorkerPhase.RUNNING);
            }
        } catch (TaskMigratedException | UnknownOutcomeException lost) {
            parts.log().warn("{}: tasks start again from the last commit: {}", name(), lost.getMessage());
            startAgain();
        } catch (TaskCorruptedException corrupted) {
            parts.log()
                    .warn(
                            "{}: the changelogs of tasks {} no longer continue their local stores; they are restored from the beginning",
                            name(),
                            corrupted.corruptedTasks());
            parts.protocol().recover();
            roster.startFromNothing(corrupted.corruptedTasks());
        } catch (TimeoutException timeout) {
            patience.endure(timeout);
        }
    }

    /** What was sent belongs to a past in which the tasks were ours; what they did since the commit is discarded. */
    private void startAgain() {
        roster.closeAll();
        parts.protocol().recover();
        roster.reopen();
        become(WorkerPhase.PARTITIONS_ASSIGNED);
    }

    // ---- the group ----

    /** A message of the leader; bad news is kept until the fetch is over, because nothing may be thrown inside it. */
    private void told(ShareMessage message) {
        parts.listener().groupChanged(message);
        if (message.problem() != ShareMessage.Problem.NONE) {
            badNews = message;
        } else if (member.wantsShutdown()) {
            // This division was under way when we asked, and did not know: ask for another.
            parts.source().rebalance(SHUTDOWN_REASON);
        }
    }

    private void hearBadNews() {
        ShareMessage news = badNews;
        if (news == null) {
            return;
        }
        badNews = null;
        switch (news.problem()) {
            case MISSING_SOURCE_TOPICS -> throw new MissingSourceTopicException(news.detail());
            case MISCONFIGURED_TOPIC -> throw new MisconfiguredInternalTopicException(news.detail());
            case IMPOSSIBLE_TOPOLOGY -> throw new TopologyException(news.detail());
            case SHUTDOWN -> stopWanted = true;
            default -> throw new TaskAssignmentException("The group cannot divide its work: " + news.detail());
        }
    }

    /** What happens when partitions come and go. */
    private final class Shares implements PartitionListener {
        @Override
        public void assigned(Collection<TopicPartition> partitions) {
            become(WorkerPhase.PARTITIONS_ASSIGNED);
            roster.assigned(partitions);
        }

        @Override
        public void revoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                become(WorkerPhase.PARTITIONS_REVOKED);
                try {
                    duties.commit();
                } finally {
                    // Ours no longer, whether that worked or not.
                    roster.taken(partitions);
                }
            }
        }

        @Override
        public void lost(Collection<TopicPartition> partitions) {
            become(WorkerPhase.PARTITIONS_REVOKED);
            roster.taken(partitions);
        }
    }

    // ---- the end ----

    private void fail(Throwable failure) {
        boolean endApplication = parts.listener().failed(this, failure);
        if (endApplication) {
            askForShutdown();
        }
    }

    /** Stays in the group, without tasks, until the leader has told everyone. */
    private void askForShutdown() {
        long deadlineMs = parts.clock().nowMs() + CLOSE_TIMEOUT_MS;
        try {
            roster.closeAll();
            parts.protocol().recover();
            member.wantShutdown();
            parts.source().rebalance(SHUTDOWN_REASON);
            while (badNews == null && parts.clock().nowMs() < deadlineMs) {
                parts.source().poll(parts.settings().pollMs());
            }
        } catch (RuntimeException failure) {
            parts.log().warn("{}: could not ask the group to shut the application down", name(), failure);
        }
    }

    private void close(boolean clean) {
        become(WorkerPhase.PENDING_SHUTDOWN);
        if (clean) {
            quietly("commit", duties::commit);
        }
        quietly("close tasks", roster::closeAll);
        quietly("give up what is not committed", parts.protocol()::close);
        quietly("leave the group", () -> parts.source().close(CLOSE_TIMEOUT_MS, leaveGroup));
        quietly("close the changelog reader", parts.changelogs());
        quietly("close the producer", parts.producer());
        become(WorkerPhase.DEAD);
    }

    private void quietly(String what, AutoCloseable step) {
        try {
            step.close();
        } catch (Exception failure) {
            parts.log().warn("{}: failed to {} while closing", name(), what, failure);
        }
    }

    private void become(WorkerPhase next) {
        WorkerPhase previous = phase;
        if (previous != next) {
            phase = next;
            parts.listener().phaseChanged(this, previous, next);
        }
    }
}
