package dev.millrace.engine.worker;

import dev.millrace.engine.port.TopicAdmin;
import dev.millrace.topology.plan.OwnedTopic;
import dev.millrace.topology.plan.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Deletes the records of repartition topics that the application has read and committed: nobody else needs them. */
final class RepartitionPurge {
    private final TopicAdmin admin;
    private final Set<String> topics;
    private final Map<TopicPartition, Long> due = new HashMap<>();

    RepartitionPurge(Plan plan, TopicAdmin admin) {
        this.admin = admin;
        this.topics = plan.internalTopics().values().stream()
                .filter(topic -> topic.kind() == OwnedTopic.Kind.REPARTITION)
                .map(OwnedTopic::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** These offsets are committed. */
    void committed(Map<TopicPartition, Long> offsets) {
        offsets.forEach((partition, offset) -> {
            if (topics.contains(partition.topic())) {
                due.put(partition, offset);
            }
        });
    }

    /** Asks the brokers to delete what is due; returns for how many partitions. */
    int purge() {
        int partitions = due.size();
        if (partitions > 0) {
            admin.deleteBefore(Map.copyOf(due));
            due.clear();
        }
        return partitions;
    }
}
