package dev.millrace.engine.operator.foreignkey;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a subscription, in its topic and in the store, as the reference writes them.
 *
 * <pre>
 *  record key     the foreign key; null in a left join, if the row has none
 *
 *  record value   +---------+-------------+----------+-----------------+--------------+
 *                 | version | instruction | hash: 16 | primary key ... | partition: 4 |
 *                 +---------+-------------+----------+-----------------+--------------+
 *  store key      +------------------+-----------------+-----------------+
 *                 | n: 4, big-endian | foreign key: n  | primary key ... |   the value is the record's
 *                 +------------------+-----------------+-----------------+
 * </pre>
 *
 * <p>The hash is that of the left value ({@link ValueHash}). If there is none, the version's highest bit is set and the hash is
 * left out. The partition is the left row's, where the response must go. Version 0 has no partition; it is read, not written.
 */
final class SubscriptionFormat {
    private static final byte VERSION = 1;
    private static final int WITHOUT_HASH = 0x80;
    private static final int HEAD_BYTES = 2;

    private SubscriptionFormat() {}

    static byte[] write(Instruction instruction, byte @Nullable [] hash, byte[] primaryKey, int partition) {
        int hashBytes = hash == null ? 0 : ValueHash.BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(HEAD_BYTES + hashBytes + primaryKey.length + Integer.BYTES);
        buffer.put((byte) (hash == null ? VERSION | WITHOUT_HASH : VERSION)).put(instruction.number());
        if (hash != null) {
            buffer.put(hash);
        }
        return buffer.put(primaryKey).putInt(partition).array();
    }

    /** Fails if {@code subscription} is none. */
    static void check(byte @Nullable [] subscription) {
        if (subscription == null || subscription.length < HEAD_BYTES) {
            throw new SerializationException("A subscription of a join by foreign key must have a value of at least "
                    + HEAD_BYTES + " bytes, but one has " + (subscription == null ? "none" : subscription.length));
        }
        int version = version(subscription);
        if (version > VERSION || subscription.length < keyStart(subscription) + partitionBytes(version)) {
            throw new SerializationException("A subscription of " + subscription.length
                    + " bytes cannot be read: its version is " + version + ", the highest known is " + VERSION);
        }
    }

    private static int version(byte[] subscription) {
        return subscription[0] & ~WITHOUT_HASH & 0xff;
    }

    private static int partitionBytes(int version) {
        return version == VERSION ? Integer.BYTES : 0;
    }

    private static int keyStart(byte[] subscription) {
        return hasHash(subscription) ? HEAD_BYTES + ValueHash.BYTES : HEAD_BYTES;
    }

    static Instruction instruction(byte[] subscription) {
        return Instruction.numbered(subscription[1]);
    }

    static boolean hasHash(byte[] subscription) {
        return (subscription[0] & WITHOUT_HASH) == 0;
    }

    /** Where the hash begins, if there is one. */
    static int hashStart() {
        return HEAD_BYTES;
    }

    static byte[] primaryKey(byte[] subscription) {
        return Arrays.copyOfRange(
                subscription, keyStart(subscription), subscription.length - partitionBytes(version(subscription)));
    }

    /** The left row's partition, null if the subscription does not say. */
    static @Nullable Integer partition(byte[] subscription) {
        return version(subscription) == VERSION
                ? ByteBuffer.wrap(subscription).getInt(subscription.length - Integer.BYTES)
                : null;
    }

    // ---- the key in the store ----

    /** What all subscriptions to one foreign key begin with. */
    static byte[] storePrefix(byte[] foreignKey) {
        return ByteBuffer.allocate(Integer.BYTES + foreignKey.length)
                .putInt(foreignKey.length)
                .put(foreignKey)
                .array();
    }

    /** The key under which a subscription is kept. */
    static byte[] storeKey(byte[] foreignKey, byte[] subscription) {
        int start = keyStart(subscription);
        int length = subscription.length - partitionBytes(version(subscription)) - start;
        return ByteBuffer.allocate(Integer.BYTES + foreignKey.length + length)
                .putInt(foreignKey.length)
                .put(foreignKey)
                .put(subscription, start, length)
                .array();
    }
}
