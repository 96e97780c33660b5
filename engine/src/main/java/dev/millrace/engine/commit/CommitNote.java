package dev.millrace.engine.commit;

import dev.millrace.engine.port.CommitPoint;
import dev.millrace.engine.task.Task;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The note that travels with a committed offset: the highest event time seen in the partition, so that the next owner's time
 * does not start again from nothing. A decimal number, or empty.
 */
public final class CommitNote {
    private static final long UNKNOWN = -1;

    private CommitNote() {}

    /** The commit points of all inputs of {@code tasks} that progressed. */
    static Map<TopicPartition, CommitPoint> points(Collection<Task> tasks) {
        Map<TopicPartition, CommitPoint> points = new HashMap<>();
        for (Task task : tasks) {
            Map<TopicPartition, Long> times = task.partitionTimes();
            task.committableOffsets()
                    .forEach((partition, offset) -> points.put(
                            partition, new CommitPoint(offset, write(times.getOrDefault(partition, UNKNOWN)))));
        }
        return points;
    }

    /** The tasks that have something to commit. */
    static List<Task> changed(Collection<Task> tasks) {
        return tasks.stream().filter(Task::commitNeeded).toList();
    }

    private static String write(long partitionTime) {
        return partitionTime == UNKNOWN ? "" : Long.toString(partitionTime);
    }

    /** The partition time in a note, -1 if it holds none: another engine's note is not an error. */
    public static long partitionTime(CommitPoint point) {
        try {
            return point.metadata().isEmpty() ? UNKNOWN : Long.parseLong(point.metadata());
        } catch (NumberFormatException notOurs) {
            return UNKNOWN;
        }
    }
}
