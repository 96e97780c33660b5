package dev.millrace.streams.processor;

import dev.millrace.streams.errors.TaskIdFormatException;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifies a task: a subtopology for one partition number. Its text is {@code <subtopology>_<partition>}. */
public class TaskId implements Comparable<TaskId> {
    /** What separates the name of a named topology from the rest. */
    public static final String NAMED_TOPOLOGY_DELIMITER = "__";

    private static final Pattern FORM = Pattern.compile("(?:(.*?)__)?(-?\\d+)_(-?\\d+)");
    private static final Comparator<TaskId> ORDER =
            Comparator.comparingInt(TaskId::subtopology).thenComparingInt(TaskId::partition);

    private final int subtopology;
    private final int partition;
    private final String topologyName;

    /** Creates the id of a task of an unnamed topology. */
    public TaskId(int subtopology, int partition) {
        this(subtopology, partition, null);
    }

    /** Creates the id of a task of a named topology; a null or empty name is none. */
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

    /** The name of the topology, or null. */
    public String topologyName() {
        return topologyName;
    }

    @Override
    public String toString() {
        String prefix = topologyName == null ? "" : topologyName + NAMED_TOPOLOGY_DELIMITER;
        return prefix + subtopology + "_" + partition;
    }

    /**
     * Reads the text form back.
     *
     * @throws TaskIdFormatException if it is not the text form of a task id
     */
    public static TaskId parse(String taskIdStr) {
        Matcher matcher = FORM.matcher(taskIdStr);
        if (!matcher.matches() || (matcher.group(1) != null && matcher.group(1).contains(NAMED_TOPOLOGY_DELIMITER))) {
            throw new TaskIdFormatException(taskIdStr);
        }
        try {
            return new TaskId(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)), matcher.group(1));
        } catch (NumberFormatException tooLarge) {
            throw new TaskIdFormatException(taskIdStr);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TaskId that
                && subtopology == that.subtopology
                && partition == that.partition
                && Objects.equals(topologyName, that.topologyName);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subtopology, partition, topologyName);
    }

    @Override
    public int compareTo(TaskId other) {
        if ((topologyName == null) != (other.topologyName == null)) {
            throw new IllegalStateException("Can't compare a TaskId with a namedTopology to one without");
        }
        int byName = topologyName == null ? 0 : topologyName.compareTo(other.topologyName);
        return byName != 0 ? byName : ORDER.compare(this, other);
    }
}
