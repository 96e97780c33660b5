package dev.millrace.state.task;

import dev.millrace.streams.state.StoreBuilder;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * A store of a task and the partitions it is restored from.
 *
 * @param builder what makes the store
 * @param restoredFrom its changelog partition; or the source partitions that stand in for one (a source-topic table, a
 *     global store); or none
 * @param writesChangelog whether changes are appended to {@code restoredFrom}; false if that is a source topic
 */
public record StorePlacement(StoreBuilder<?> builder, List<TopicPartition> restoredFrom, boolean writesChangelog) {

    public StorePlacement {
        restoredFrom = List.copyOf(restoredFrom);
        if (writesChangelog && restoredFrom.size() != 1) {
            throw new IllegalArgumentException("Store " + builder.name()
                    + " writes a changelog, which must be one partition, not " + restoredFrom);
        }
    }

    /** A store with a changelog of its own. */
    public static StorePlacement logged(StoreBuilder<?> builder, TopicPartition changelog) {
        return new StorePlacement(builder, List.of(changelog), true);
    }

    /** A store whose content is what the source partitions say. */
    public static StorePlacement filledFrom(StoreBuilder<?> builder, List<TopicPartition> sources) {
        return new StorePlacement(builder, sources, false);
    }

    /** A store that starts empty every time its database is lost. */
    public static StorePlacement unlogged(StoreBuilder<?> builder) {
        return new StorePlacement(builder, List.of(), false);
    }
}
