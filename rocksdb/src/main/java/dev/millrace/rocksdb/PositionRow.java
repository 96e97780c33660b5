package dev.millrace.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far into its inputs a store is, as a row of the default column family, beside the {@link OffsetRow}s: no partition has the
 * number that these keys begin with.
 *
 * <pre>
 *   key    | -1, 4 bytes | store name, UTF-8, to the end |
 *   value  | partition, 4 bytes | offset, 8 bytes | topic length, 4 bytes | topic, UTF-8 |  ...      numbers big-endian
 *          '------------------ once for each input partition ----------------------------'
 * </pre>
 */
final class PositionRow {
    private static final int MARK = -1;

    private PositionRow() {}

    /** Whether a row of the default column family is such a row. */
    static boolean is(byte[] key) {
        return ByteBuffer.wrap(key).getInt() == MARK;
    }

    static byte[] key(String storeName) {
        byte[] name = storeName.getBytes(UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + name.length)
                .putInt(MARK)
                .put(name)
                .array();
    }

    static String storeName(byte[] key) {
        return new String(key, Integer.BYTES, key.length - Integer.BYTES, UTF_8);
    }

    static byte[] value(Map<TopicPartition, Long> offsets) {
        int length = 0;
        for (TopicPartition input : offsets.keySet()) {
            length += 2 * Integer.BYTES + Long.BYTES + input.topic().getBytes(UTF_8).length;
        }
        ByteBuffer value = ByteBuffer.allocate(length);
        offsets.forEach((input, offset) -> {
            byte[] topic = input.topic().getBytes(UTF_8);
            value.putInt(input.partition()).putLong(offset).putInt(topic.length).put(topic);
        });
        return value.array();
    }

    static Map<TopicPartition, Long> offsets(byte[] value) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        ByteBuffer row = ByteBuffer.wrap(value);
        while (row.hasRemaining()) {
            int partition = row.getInt();
            long offset = row.getLong();
            byte[] topic = new byte[row.getInt()];
            row.get(topic);
            offsets.put(new TopicPartition(new String(topic, UTF_8), partition), offset);
        }
        return offsets;
    }
}
