package dev.millrace.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a changelog is contained in a database, as a row of its default column family.
 *
 * <pre>
 *   key    | partition, 4 bytes | topic, UTF-8, to the end |
 *   value  | next offset to replay, 8 bytes                |      numbers big-endian
 * </pre>
 */
final class OffsetRow {
    private OffsetRow() {}

    static byte[] key(TopicPartition changelog) {
        byte[] topic = changelog.topic().getBytes(UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + topic.length)
                .putInt(changelog.partition())
                .put(topic)
                .array();
    }

    static byte[] value(long nextOffset) {
        return ByteBuffer.allocate(Long.BYTES).putLong(nextOffset).array();
    }

    static TopicPartition changelog(byte[] key) {
        int partition = ByteBuffer.wrap(key).getInt();
        return new TopicPartition(new String(key, Integer.BYTES, key.length - Integer.BYTES, UTF_8), partition);
    }

    static long nextOffset(byte[] value) {
        return ByteBuffer.wrap(value).getLong();
    }
}
