package dev.millrace.streams.processor;

import dev.millrace.streams.errors.TaskIdFormatException;
import java.util.Comparator;
import java.util.Objects;

/**
 * Which task: the number of its subtopology and that of its partition, written {@code 1_2}.
 *
 * <p>Immutable.
 */
public class TaskId implements Comparable<TaskId> {
    /** What stands between the name of a named topology and the rest. */
    public static final String NAMED_TOPOLOGY_DELIMITER = "__";

    private static final Comparator<TaskId> BY_NUMBERS =
            Comparator.comparingInt(TaskId::subtopology).thenComparingInt(TaskId::partition);

    private final int subtopology;
    private final int partition;
    private final String topologyName;

    /** Creates the id. */
    public TaskId(int subtopology, int partition) {
        this(subtopology, partition, null);
    }

    /** Creates the id of a task of a named topology; null or nothing stands for no name. */
    public TaskId(int subtopology, int partition, String topologyName) {
        this.subtopology = subtopology;
        this.partition = partition;
        this.topologyName = topologyName == null || topologyName.isEmpty() ? null : topologyName;
    }

    /** The number of the subtopology. */
    public int subtopology() {
        return subtopology;
    }

    /** The number of the partition. */
    public int partition() {
        return partition;
    }

    /** The name of the topology, null for none. */
    public String topologyName() {
        return topologyName;
    }

    @Override
    public String toString() {
        String numbers = subtopology + "_" + partition;
        return topologyName == null ? numbers : topologyName + NAMED_TOPOLOGY_DELIMITER + numbers;
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws TaskIdFormatException if the text is null or has another form
     */
    public static TaskId parse(String taskIdStr) {
        if (taskIdStr == null) {
            throw new TaskIdFormatException("null");
        }
        int delimiter = taskIdStr.indexOf(NAMED_TOPOLOGY_DELIMITER);
        String name = delimiter < 0 ? null : taskIdStr.substring(0, delimiter);
        int numbers = delimiter < 0 ? 0 : delimiter + NAMED_TOPOLOGY_DELIMITER.length();
        int separator = taskIdStr.indexOf('_', numbers);
        if (separator < 0) {
            throw new TaskIdFormatException(taskIdStr);
        }
        try {
            int subtopology = Integer.parseInt(taskIdStr.substring(numbers, separator));
            int partition = Integer.parseInt(taskIdStr.substring(separator + 1));
            return new TaskId(subtopology, partition, name);
        } catch (NumberFormatException e) {
            throw new TaskIdFormatException(taskIdStr, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof TaskId that
                        && subtopology == that.subtopology
                        && partition == that.partition
                        && Objects.equals(topologyName, that.topologyName));
    }

    @Override
    public int hashCode() {
        return Objects.hash(subtopology, partition, topologyName);
    }

    /**
     * Orders by name, subtopology, partition.
     *
     * @throws IllegalStateException if only one of the two has a name
     */
    @Override
    public int compareTo(TaskId other) {
        if ((topologyName == null) != (other.topologyName == null)) {
            throw new IllegalStateException(
                    "Cannot compare " + this + " with " + other + ": only one of them belongs to a named topology");
        }
        int byName = topologyName == null ? 0 : topologyName.compareTo(other.topologyName);
        return byName != 0 ? byName : BY_NUMBERS.compare(this, other);
    }
}
