package dev.millrace.engine.assign;

import dev.millrace.streams.processor.TaskId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/**
 * What the leader tells a member beside its partitions: who runs what in the whole group, or why nobody runs anything.
 *
 * <pre>
 *   version (4) | problem (4) | detail (string) | processes
 *   process:  process id (16) | endpoint (string) | list of task | list of (topic (string) | list of partition (4))
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
        SHUTDOWN(3),
        /** A topic that the application owns is not as it must be. */
        MISCONFIGURED_TOPIC(4),
        /** The topics that are there do not fit the program. */
        IMPOSSIBLE_TOPOLOGY(5);

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

    /** A process of the group, the tasks that its members run, and what those read. */
    public record GroupProcess(UUID processId, String endpoint, Set<TaskId> tasks, Set<TopicPartition> inputs) {
        public GroupProcess {
            tasks = Set.copyOf(tasks);
            inputs = Set.copyOf(inputs);
        }

        private void write(MessageWriter writer) {
            Map<String, Set<Integer>> topics = new TreeMap<>();
            inputs.forEach(input -> topics.computeIfAbsent(input.topic(), topic -> new TreeSet<>())
                    .add(input.partition()));
            writer.writeUuid(processId)
                    .writeString(endpoint)
                    .writeList(new TreeSet<>(tasks), TaskIds::write)
                    .writeList(
                            topics.entrySet(),
                            (each, topic) -> each.writeString(topic.getKey())
                                    .writeList(topic.getValue(), MessageWriter::writeInt));
        }

        private static GroupProcess read(MessageReader reader) {
            UUID processId = reader.readUuid();
            String endpoint = reader.readString();
            Set<TaskId> tasks = Set.copyOf(reader.readList(TaskIds::read));
            Set<TopicPartition> inputs = new HashSet<>();
            reader.readList(GroupProcess::readTopic).forEach(inputs::addAll);
            return new GroupProcess(processId, endpoint, tasks, inputs);
        }

        private static List<TopicPartition> readTopic(MessageReader reader) {
            String topic = reader.readString();
            return reader.readList(each -> new TopicPartition(topic, each.readInt()));
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
                .writeList(processes, (writer, process) -> process.write(writer))
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
            List<GroupProcess> processes = reader.readList(GroupProcess::read);
            return new ShareMessage(problem, detail, processes);
        } catch (BufferUnderflowException tooShort) {
            throw Versions.notOurs(tooShort);
        }
    }
}
