package dev.millrace.engine.port;

import dev.millrace.streams.errors.StreamsException;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Says that the next changelog records to replay are no longer on the broker, so the local content cannot be completed. */
public final class ChangelogGapException extends StreamsException {
    private static final long serialVersionUID = 1L;

    private final transient Set<TopicPartition> partitions;

    public ChangelogGapException(Set<TopicPartition> partitions, @Nullable Throwable cause) {
        super("The broker no longer has the next records of changelogs " + partitions, cause);
        this.partitions = Set.copyOf(partitions);
    }

    /** The partitions to discard and to read from the beginning. */
    public Set<TopicPartition> partitions() {
        return partitions;
    }
}
