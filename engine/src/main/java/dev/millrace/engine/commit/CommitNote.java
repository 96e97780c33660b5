package dev.millrace.engine.commit;

import dev.millrace.engine.port.CommitPoint;
import dev.millrace.engine.task.Task;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The note that travels with a committed offset: the highest event time seen in the partition, so that the next owner's time
 * does not start again from nothing. Written as the reference writes it, in Base64:
 *
 * <pre>
 * +---------+----------------------+------------------+
 * | 1 byte  | 8 bytes, big-endian  | more, ignored    |
 * | 2       | event time in ms     |                  |
 * +---------+----------------------+------------------+
 * </pre>
 */
public final class CommitNote {
    private static final long UNKNOWN = -1;
    private static final byte VERSION = 2;
    private static final int LENGTH = 1 + Long.BYTES;

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
        byte[] note =
                ByteBuffer.allocate(LENGTH).put(VERSION).putLong(partitionTime).array();
        return Base64.getEncoder().encodeToString(note);
    }

    /** The partition time in a note, -1 if it holds none: another engine's note is not an error. */
    public static long partitionTime(CommitPoint point) {
        try {
            ByteBuffer note = ByteBuffer.wrap(Base64.getDecoder().decode(point.metadata()));
            return note.remaining() >= LENGTH && note.get() == VERSION ? note.getLong() : UNKNOWN;
        } catch (IllegalArgumentException notBase64) {
            return UNKNOWN;
        }
    }
}
