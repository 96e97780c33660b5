package dev.millrace.streams;

import java.util.Set;

/** What one stream thread does and which clients it uses. An immutable snapshot. */
public interface ThreadMetadata {

    /** The state of the thread. */
    String threadState();

    /** The name of the thread. */
    String threadName();

    /** The tasks it processes. */
    Set<TaskMetadata> activeTasks();

    /** The tasks whose state it keeps a copy of. */
    Set<TaskMetadata> standbyTasks();

    /** The client id of the consumer that reads input. */
    String consumerClientId();

    /** The client id of the consumer that restores state. */
    String restoreConsumerClientId();

    /** The client ids of its producers. */
    Set<String> producerClientIds();

    /** The client id of the admin client it uses. */
    String adminClientId();

    /** Equal if everything above is. */
    @Override
    boolean equals(Object other);

    @Override
    int hashCode();
}
