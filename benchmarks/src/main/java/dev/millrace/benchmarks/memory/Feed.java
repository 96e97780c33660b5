package dev.millrace.benchmarks.memory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Makes up the input: the record at an offset is always the same. Used by the stream thread. */
public final class Feed {
    static final int BATCH_RECORDS = 1_000;
    private static final int VALUES = 1_000;
    private static final int RECORDS_PER_MS = 50;
    private static final long START_MS = 1_700_000_000_000L;

    private final byte[][] keys;
    private final Distribution distribution;
    private final byte[][] values = new byte[VALUES][];
    private final long endOffset;
    private final Meter meter;

    /** How often each key comes. */
    public enum Distribution {
        UNIFORM,
        /** The k-th most frequent key comes about 1/k times as often as the first. */
        ZIPF
    }

    /** Makes the input up to an offset. */
    public Feed(long endOffset, int keyCount, Distribution distribution, Meter meter) {
        this.keys = new byte[keyCount][];
        this.distribution = distribution;
        this.endOffset = endOffset;
        this.meter = meter;
        for (int i = 0; i < keyCount; i++) {
            keys[i] = bytes("key-%016d", i);
        }
        for (int i = 0; i < VALUES; i++) {
            values[i] = bytes((char) ('a' + i % 26) + "%099d", i);
        }
    }

    private static byte[] bytes(String format, int number) {
        return String.format(Locale.ROOT, format, number).getBytes(StandardCharsets.US_ASCII);
    }

    /** The next records; none at the end. */
    List<ConsumerRecord<byte[], byte[]>> batch(long offset) {
        meter.reached(offset);
        long end = Math.min(endOffset, offset + BATCH_RECORDS);
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(BATCH_RECORDS);
        for (long i = offset; i < end; i++) {
            batch.add(record(i));
        }
        return batch;
    }

    private ConsumerRecord<byte[], byte[]> record(long offset) {
        byte[] key = keys[keyNumber(mix(offset) >>> 1)];
        byte[] value = values[(int) (offset % VALUES)];
        return new ConsumerRecord<>(
                MemoryCluster.INPUT,
                0,
                offset,
                START_MS + offset / RECORDS_PER_MS,
                TimestampType.CREATE_TIME,
                key.length,
                value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private int keyNumber(long random) {
        if (distribution == Distribution.UNIFORM) {
            return (int) (random % keys.length);
        }
        double fraction =
                random * 0x1p-63; // the inverse of Zipf's distribution function, with log(n) for its harmonic sums
        return (int) Math.min(keys.length - 1, Math.pow(keys.length + 1, fraction) - 1);
    }

    /** Spreads numbers over all longs (the finalizer of splitmix64). */
    static long mix(long number) {
        long mixed = (number + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
