package dev.millrace.engine.operator.foreignkey;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The hash that stands for a left value in subscriptions and responses: MurmurHash3 (x64, 128 bits) by Austin Appleby, who put it
 * in the public domain, with the reference's seed; both halves big-endian.
 */
final class ValueHash {
    static final int BYTES = 16;

    private static final long SEED = 104_729;
    private static final int BLOCK_BYTES = 16;
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;
    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private ValueHash() {}

    static byte[] of(byte[] data) {
        long h1 = SEED;
        long h2 = SEED;
        int end = data.length - data.length % BLOCK_BYTES;
        for (int at = 0; at < end; at += BLOCK_BYTES) {
            h1 ^= first((long) LITTLE.get(data, at));
            h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
            h2 ^= second((long) LITTLE.get(data, at + Long.BYTES));
            h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
        }
        h2 ^= second(tail(data, end + Long.BYTES));
        h1 ^= first(tail(data, end));
        return finished(h1, h2, data.length);
    }

    private static long first(long block) {
        return Long.rotateLeft(block * C1, 31) * C2;
    }

    private static long second(long block) {
        return Long.rotateLeft(block * C2, 33) * C1;
    }

    /** Up to eight bytes from {@code from} on, little-endian; zero if there is none. */
    private static long tail(byte[] data, int from) {
        long bytes = 0;
        for (int i = Math.min(data.length, from + Long.BYTES) - 1; i >= from; i--) {
            bytes = bytes << 8 | (data[i] & 0xff);
        }
        return bytes;
    }

    private static byte[] finished(long half1, long half2, int length) {
        long h1 = half1 ^ length;
        long h2 = half2 ^ length;
        h1 += h2;
        h2 += h1;
        h1 = mixed(h1);
        h2 = mixed(h2);
        h1 += h2;
        h2 += h1;
        byte[] hash = new byte[BYTES];
        BIG.set(hash, 0, h1);
        BIG.set(hash, Long.BYTES, h2);
        return hash;
    }

    private static long mixed(long half) {
        long mixed = (half ^ (half >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
