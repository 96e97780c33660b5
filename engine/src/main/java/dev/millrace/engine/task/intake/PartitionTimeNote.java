package dev.millrace.engine.task.intake;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * The partition time of an input as it is committed beside the offset, so that timestamp extractors of the task's next life
 * see it. Written as the reference writes it, in Base64:
 *
 * <pre>
 * +---------+--------------------------+--------------------------+
 * | 1 byte  | 8 bytes, big-endian      | rest, read and ignored   |
 * | 2       | partition time in ms     | notes of processors      |
 * +---------+--------------------------+--------------------------+
 * </pre>
 *
 * A note of another version, or of another's making, counts as none.
 */
final class PartitionTimeNote {
    private static final byte VERSION = 2;
    private static final int LENGTH = 1 + Long.BYTES;
    private static final long NONE = -1;

    private PartitionTimeNote() {}

    static String write(long partitionTimeMs) {
        byte[] note = ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .putLong(partitionTimeMs)
                .array();
        return Base64.getEncoder().encodeToString(note);
    }

    /** The time in a note, -1 if there is none. */
    static long read(String metadata) {
        try {
            ByteBuffer note = ByteBuffer.wrap(Base64.getDecoder().decode(metadata));
            return note.remaining() >= LENGTH && note.get() == VERSION ? note.getLong() : NONE;
        } catch (IllegalArgumentException notBase64) {
            return NONE;
        }
    }
}
