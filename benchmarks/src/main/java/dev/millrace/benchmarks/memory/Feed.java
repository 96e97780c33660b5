package dev.millrace.benchmarks.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The input: a table with a row for every key, and an endless stream. The stream repeats its polls after a while; the record at
 * an offset is always the same. Used by the stream thread.
 */
public final class Feed {
    static final int BATCH_RECORDS = 1_000;
    static final int RECORDS_PER_MS = 50;
    private static final int POLLS = 300;
    private static final int VALUES = 1_000;
    private static final long START_MS = 1_700_000_000_000L;

    private final int keyCount;
    private final Distribution distribution;
    private final List<Poll> polls = new ArrayList<>();
    private final byte[][] keys;
    private final byte[][] values = new byte[VALUES][];
    private final long endOffset;
    private final Meter meter;

    /** How often each key comes. */
    public enum Distribution {
        UNIFORM,
        /** The k-th most frequent key comes about 1/k times as often as the first. */
        ZIPF
    }

    /** Makes the input up to an offset of the stream, which must be a multiple of the records in a poll. */
    public Feed(long endOffset, int keyCount, Distribution distribution, Meter meter) {
        this.keyCount = keyCount;
        this.distribution = distribution;
        this.endOffset = endOffset;
        this.meter = meter;
        this.keys = new byte[keyCount][];
        for (int i = 0; i < keyCount; i++) {
            keys[i] = Poll.ascii(String.format(Locale.ROOT, "key-%016d", i));
        }
        for (int i = 0; i < VALUES; i++) {
            values[i] = Poll.ascii(String.format(Locale.ROOT, (char) ('a' + i % 26) + "%099d", i));
        }
        for (int i = 0; i < POLLS; i++) {
            polls.add(poll((long) i * BATCH_RECORDS));
        }
    }

    private Poll poll(long offset) {
        Poll poll = new Poll();
        for (long i = offset; i < offset + BATCH_RECORDS; i++) {
            poll.add(MemoryCluster.INPUT, keys[keyNumber(mix(i) >>> 1)], values[(int) (i % VALUES)]);
        }
        return poll;
    }

    /** The next records of the stream; none at the end. */
    List<ConsumerRecord<byte[], byte[]>> stream(long offset) {
        meter.reached(offset);
        if (offset >= endOffset) {
            return List.of();
        }
        return polls.get((int) (offset / BATCH_RECORDS % POLLS)).at(offset, START_MS + offset / RECORDS_PER_MS);
    }

    /** The next rows of the table, all older than the stream; none at the end. */
    List<ConsumerRecord<byte[], byte[]>> table(long offset) {
        Poll rows = new Poll();
        for (long i = offset; i < Math.min(keyCount, offset + BATCH_RECORDS); i++) {
            rows.add(MemoryCluster.TABLE, keys[(int) i], values[(int) (i % VALUES)]);
        }
        return rows.at(offset, START_MS - keyCount + offset);
    }

    Meter meter() {
        return meter;
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
