package dev.millrace.streams.processor.assignment;

import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.state.HostInfo;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** What an assignor knows of one process (KIP-924). */
public interface KafkaStreamsState {

    /** The process. */
    ProcessId processId();

    /** How many stream threads it has. */
    int numProcessingThreads();

    /** The client ids of its consumers. */
    SortedSet<String> consumerClientIds();

    /** The active tasks it had. */
    SortedSet<TaskId> previousActiveTasks();

    /** The standbys it had. */
    SortedSet<TaskId> previousStandbyTasks();

    /**
     * How far behind its copy of a task's state is, in offsets.
     *
     * @throws UnsupportedOperationException if lags were not asked for
     */
    long lagFor(TaskId task);

    /**
     * The tasks a consumer had, by lag, active ones first.
     *
     * @throws UnsupportedOperationException if lags were not asked for
     */
    SortedSet<TaskId> prevTasksByLag(String consumerClientId);

    /**
     * How far behind its copies of the stateful tasks are, in offsets.
     *
     * @throws UnsupportedOperationException if lags were not asked for
     */
    Map<TaskId, Long> statefulTasksToLagSums();

    /** Where it can be reached, if its {@code application.server} is set. */
    Optional<HostInfo> hostInfo();

    /** Its client tags. */
    Map<String, String> clientTags();

    /** Its rack, if its consumers say so. */
    Optional<String> rackId();
}
