package dev.millrace.state.overlay;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The hash of key bytes, of which all 32 bits are good. */
public final class KeyHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private KeyHash() {}

    /** The hash of the first {@code length} bytes; never 0. */
    public static int of(byte[] key, int length) {
        long hash = length * 0x9E3779B97F4A7C15L;
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            hash = mix(hash ^ (long) LONGS.get(key, i));
        }
        long tail = 0;
        for (; i < length; i++) {
            tail = (tail << 8) | (key[i] & 0xff);
        }
        hash = mix(hash ^ tail);
        int folded = (int) (hash ^ (hash >>> 32));
        return folded == 0 ? 1 : folded;
    }

    private static long mix(long bits) {
        long product = bits * 0xC2B2AE3D27D4EB4FL;
        return product ^ (product >>> 29);
    }
}
