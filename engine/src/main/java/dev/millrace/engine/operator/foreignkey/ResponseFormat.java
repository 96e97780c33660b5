package dev.millrace.engine.operator.foreignkey;

import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a response, as the reference writes them.
 *
 * <pre>
 *  record key     the primary key of the left row that subscribed
 *
 *  record value   +---------+----------+-------------------+
 *                 | version | hash: 16 | foreign value ...  |     no foreign row: nothing after the hash
 *                 +---------+----------+-------------------+
 * </pre>
 *
 * <p>The hash is copied from the subscription: it tells the left side which of its values asked. If there was no value, the
 * version's highest bit is set and the hash is left out.
 */
final class ResponseFormat {
    private static final byte VERSION = 0;
    private static final int WITHOUT_HASH = 0x80;
    private static final int HEAD_BYTES = 1;

    private ResponseFormat() {}

    /** The answer to a subscription. */
    static byte[] write(byte[] subscription, byte @Nullable [] foreignValue) {
        int hashBytes = SubscriptionFormat.hasHash(subscription) ? ValueHash.BYTES : 0;
        int valueBytes = foreignValue == null ? 0 : foreignValue.length;
        byte[] response = new byte[HEAD_BYTES + hashBytes + valueBytes];
        response[0] = (byte) (hashBytes == 0 ? VERSION | WITHOUT_HASH : VERSION);
        System.arraycopy(subscription, SubscriptionFormat.hashStart(), response, HEAD_BYTES, hashBytes);
        if (foreignValue != null) {
            System.arraycopy(foreignValue, 0, response, HEAD_BYTES + hashBytes, valueBytes);
        }
        return response;
    }

    /** Fails if {@code response} is none. */
    static void check(byte @Nullable [] response) {
        if (response == null || response.length < HEAD_BYTES || response.length < valueStart(response)) {
            throw new SerializationException("A response of a join by foreign key is too short: "
                    + (response == null ? "it has no value" : response.length + " bytes"));
        }
        int version = response[0] & ~WITHOUT_HASH & 0xff;
        if (version != VERSION) {
            throw new SerializationException("A response has version " + version + ", the highest known is " + VERSION);
        }
    }

    private static boolean hasHash(byte[] response) {
        return (response[0] & WITHOUT_HASH) == 0;
    }

    private static int valueStart(byte[] response) {
        return hasHash(response) ? HEAD_BYTES + ValueHash.BYTES : HEAD_BYTES;
    }

    /** Whether the value with this hash asked; null if no value did. */
    static boolean answers(byte[] response, byte @Nullable [] hash) {
        return hash == null
                ? !hasHash(response)
                : hasHash(response)
                        && Arrays.equals(response, HEAD_BYTES, HEAD_BYTES + ValueHash.BYTES, hash, 0, ValueHash.BYTES);
    }

    /** The foreign value's bytes, null if there is no foreign row. */
    static byte @Nullable [] foreignValue(byte[] response) {
        int start = valueStart(response);
        return start == response.length ? null : Arrays.copyOfRange(response, start, response.length);
    }
}
