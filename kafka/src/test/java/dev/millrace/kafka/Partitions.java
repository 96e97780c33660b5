package dev.millrace.kafka;

import dev.millrace.engine.port.PartitionListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Keeps account of the partitions a member has, and of how it came to that. */
final class Partitions implements PartitionListener {
    final Set<TopicPartition> held = new HashSet<>();
    final List<String> events = new ArrayList<>();
    RuntimeException thrown;

    @Override
    public void assigned(Collection<TopicPartition> partitions) {
        held.addAll(partitions);
        note("assigned", partitions);
    }

    @Override
    public void revoked(Collection<TopicPartition> partitions) {
        held.removeAll(partitions);
        note("revoked", partitions);
    }

    @Override
    public void lost(Collection<TopicPartition> partitions) {
        held.removeAll(partitions);
        note("lost", partitions);
    }

    private void note(String event, Collection<TopicPartition> partitions) {
        Set<String> names = new TreeSet<>();
        partitions.forEach(partition -> names.add(partition.toString()));
        events.add(event + " " + names);
        if (thrown != null) {
            throw thrown;
        }
    }
}
