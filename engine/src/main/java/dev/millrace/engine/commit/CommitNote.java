package dev.millrace.engine.commit;

import dev.millrace.engine.port.CommitPoint;
import dev.millrace.engine.task.Task;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The note that travels with a committed offset, so that the next owner of a task does not start again from nothing: the
 * highest event time seen in the partition, and the marks of the task's operators. Written as the reference writes it, in
 * Base64:
 *
 * <pre>
 * +---------+---------------+-------------+----------------------------------------------------+
 * | 1 byte  | 8 bytes       | 4 bytes     | for each mark                                      |
 * | 2       | event time ms | marks       | length of name: 4 | name in UTF-8 | time in ms: 8 |
 * +---------+---------------+-------------+----------------------------------------------------+
 * </pre>
 *
 * Numbers are big-endian.
 *
 * @param partitionTimeMs -1 if it is not known
 * @param marks times by name
 */
public record CommitNote(long partitionTimeMs, Map<String, Long> marks) {
    private static final long UNKNOWN = -1;
    private static final byte VERSION = 2;
    private static final CommitNote EMPTY = new CommitNote(UNKNOWN, Map.of());

    public CommitNote {
        marks = Map.copyOf(marks);
    }

    /** The commit points of all inputs of {@code tasks} that progressed. */
    static Map<TopicPartition, CommitPoint> points(Collection<Task> tasks) {
        Map<TopicPartition, CommitPoint> points = new HashMap<>();
        for (Task task : tasks) {
            Map<TopicPartition, Long> times = task.partitionTimes();
            Map<String, Long> marks = task.marks();
            task.committableOffsets().forEach((partition, offset) -> {
                CommitNote note = new CommitNote(times.getOrDefault(partition, UNKNOWN), marks);
                points.put(partition, new CommitPoint(offset, note.text()));
            });
        }
        return points;
    }

    /** The tasks that have something to commit. */
    static List<Task> changed(Collection<Task> tasks) {
        return tasks.stream().filter(Task::commitNeeded).toList();
    }

    /** The note as it is written. */
    String text() {
        int length = 1 + Long.BYTES + Integer.BYTES;
        for (String name : marks.keySet()) {
            length += Integer.BYTES + utf8(name).length + Long.BYTES;
        }
        ByteBuffer note = ByteBuffer.allocate(length).put(VERSION).putLong(partitionTimeMs);
        note.putInt(marks.size());
        marks.forEach(
                (name, timeMs) -> note.putInt(utf8(name).length).put(utf8(name)).putLong(timeMs));
        return Base64.getEncoder().encodeToString(note.array());
    }

    private static byte[] utf8(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** The note of a point, one that says nothing if there is none: another engine's note is not an error. */
    public static CommitNote of(CommitPoint point) {
        try {
            ByteBuffer note = ByteBuffer.wrap(Base64.getDecoder().decode(point.metadata()));
            return note.remaining() > Long.BYTES && note.get() == VERSION
                    ? new CommitNote(note.getLong(), marksIn(note))
                    : EMPTY;
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            return EMPTY;
        }
    }

    private static Map<String, Long> marksIn(ByteBuffer note) {
        Map<String, Long> marks = new HashMap<>();
        int count = note.hasRemaining() ? note.getInt() : 0;
        for (int i = 0; i < count; i++) {
            int length = note.getInt();
            if (length < 0 || length > note.remaining()) {
                throw new BufferUnderflowException();
            }
            byte[] name = new byte[length];
            note.get(name);
            marks.put(new String(name, StandardCharsets.UTF_8), note.getLong());
        }
        return marks;
    }
}
