package dev.millrace.engine.assign;

import dev.millrace.streams.processor.TaskId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a member tells the leader when it joins.
 *
 * <pre>
 *   version (4) | process id (16) | shutdown (4) | endpoint (string) | running tasks (list of task) | state on disk (list of task, offset (8))
 *   task: subtopology (4) | partition (4)
 * </pre>
 *
 * @param shutdown whether it asks for the end of the whole application
 * @param endpoint {@code application.server} as host:port, empty if there is none
 * @param running the tasks it runs
 * @param changelogOffsets see {@link Candidate#changelogOffsets}
 */
public record MemberMessage(
        UUID processId, boolean shutdown, String endpoint, Set<TaskId> running, Map<TaskId, Long> changelogOffsets) {
    private static final int VERSION = 1;

    public MemberMessage {
        running = Set.copyOf(running);
        changelogOffsets = Map.copyOf(changelogOffsets);
    }

    public ByteBuffer toBytes() {
        return new MessageWriter()
                .writeInt(VERSION)
                .writeUuid(processId)
                .writeInt(shutdown ? 1 : 0)
                .writeString(endpoint)
                .writeList(new TreeSet<>(running), TaskIds::write)
                .writeList(new TreeMap<>(changelogOffsets).entrySet(), (writer, entry) -> {
                    TaskIds.write(writer, entry.getKey());
                    writer.writeLong(entry.getValue());
                })
                .toBytes();
    }

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if it is not one, or of a version that this release does not know
     */
    public static MemberMessage fromBytes(ByteBuffer bytes) {
        try {
            MessageReader reader = new MessageReader(bytes);
            Versions.check(reader.readInt(), VERSION);
            UUID processId = reader.readUuid();
            boolean shutdown = reader.readInt() != 0;
            String endpoint = reader.readString();
            Set<TaskId> running = Set.copyOf(new ArrayList<>(reader.readList(TaskIds::read)));
            Map<TaskId, Long> offsets = new TreeMap<>();
            reader.readList(each -> offsets.put(TaskIds.read(each), each.readLong()));
            return new MemberMessage(processId, shutdown, endpoint, running, offsets);
        } catch (BufferUnderflowException tooShort) {
            throw Versions.notOurs(tooShort);
        }
    }
}
