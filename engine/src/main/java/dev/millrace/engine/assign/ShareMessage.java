package dev.millrace.engine.assign;

import dev.millrace.streams.processor.TaskId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What the leader tells a member beside its partitions: who runs what in the whole group, or why nobody runs anything.
 *
 * <pre>
 *   version (4) | problem (4) | detail (string) | processes (list of process id (16), endpoint (string), list of task)
 * </pre>
 *
 * @param problem {@link Problem#NONE} in a healthy group
 * @param detail what a person needs to know about the problem; empty if there is none
 */
public record ShareMessage(Problem problem, String detail, List<GroupProcess> processes) {
    private static final int VERSION = 1;

    /** Why the group cannot work. */
    public enum Problem {
        NONE(0),
        /** Topics that the program reads do not exist. */
        MISSING_SOURCE_TOPICS(1),
        /** Anything else that the leader could not do; every member fails with the detail. */
        DIVISION_FAILED(2),
        /** A member asked for the end of the whole application. */
        SHUTDOWN(3);

        private final int code;

        Problem(int code) {
            this.code = code;
        }

        private static Problem of(int code) {
            return Arrays.stream(values())
                    .filter(problem -> problem.code == code)
                    .findFirst()
                    .orElse(DIVISION_FAILED);
        }
    }

    /** A process of the group and the tasks that its members run. */
    public record GroupProcess(UUID processId, String endpoint, Set<TaskId> tasks) {
        public GroupProcess {
            tasks = Set.copyOf(tasks);
        }
    }

    public ShareMessage {
        processes = List.copyOf(processes);
    }

    public ByteBuffer toBytes() {
        return new MessageWriter()
                .writeInt(VERSION)
                .writeInt(problem.code)
                .writeString(detail)
                .writeList(
                        processes,
                        (writer, process) -> writer.writeUuid(process.processId())
                                .writeString(process.endpoint())
                                .writeList(new TreeSet<>(process.tasks()), TaskIds::write))
                .toBytes();
    }

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if it is not one, or of a version that this release does not know
     */
    public static ShareMessage fromBytes(ByteBuffer bytes) {
        try {
            MessageReader reader = new MessageReader(bytes);
            Versions.check(reader.readInt(), VERSION);
            Problem problem = Problem.of(reader.readInt());
            String detail = reader.readString();
            List<GroupProcess> processes = reader.readList(each ->
                    new GroupProcess(each.readUuid(), each.readString(), Set.copyOf(each.readList(TaskIds::read))));
            return new ShareMessage(problem, detail, processes);
        } catch (BufferUnderflowException tooShort) {
            throw Versions.notOurs(tooShort);
        }
    }
}
