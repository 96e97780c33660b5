package dev.millrace.streams.processor.assignment;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

public interface TaskTopicPartition {

    TopicPartition topicPartition();

    boolean isSource();

    boolean isChangelog();

    Optional<Set<String>> rackIds();
}
