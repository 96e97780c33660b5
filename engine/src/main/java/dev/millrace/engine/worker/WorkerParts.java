package dev.millrace.engine.worker;

import dev.millrace.engine.commit.CommitProtocol;
import dev.millrace.engine.port.ChangelogSource;
import dev.millrace.engine.port.RecordSource;
import dev.millrace.engine.port.TopicAdmin;
import dev.millrace.engine.time.Clock;
import dev.millrace.streams.processor.StateRestoreListener;
import dev.millrace.topology.plan.Plan;
import org.slf4j.Logger;

/**
 * What a worker is made of.
 *
 * @param source this worker's own, closed by it
 * @param changelogs this worker's own, closed by it
 * @param producer this worker's own, closed by it after everything else
 * @param admin shared by the workers of the instance
 * @param tasks shared by the workers of the instance
 */
public record WorkerParts(
        WorkerIdentity identity,
        WorkerSettings settings,
        Plan plan,
        Clock clock,
        RecordSource source,
        ChangelogSource changelogs,
        CommitProtocol protocol,
        AutoCloseable producer,
        TopicAdmin admin,
        TaskSupply tasks,
        StateRestoreListener restoreListener,
        WorkerListener listener,
        Logger log) {}
