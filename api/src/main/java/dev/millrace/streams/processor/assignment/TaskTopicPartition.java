package dev.millrace.streams.processor.assignment;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** A partition a task has to do with (KIP-924). One may be both source and changelog. */
public interface TaskTopicPartition {

    /** The partition. */
    TopicPartition topicPartition();

    /** Whether the task reads it as input. */
    boolean isSource();

    /** Whether the task's state is written to it. */
    boolean isChangelog();

    /** The racks of its replicas, if they are known. */
    Optional<Set<String>> rackIds();
}
