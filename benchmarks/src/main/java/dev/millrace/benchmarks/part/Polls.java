package dev.millrace.benchmarks.part;

import dev.millrace.benchmarks.input.Records;

/**
 * Batches made beforehand, more than fit in the processor's caches, handed out again and again: so that a key arrives as cold
 * as it does from a consumer.
 */
final class Polls {
    private static final int BATCHES = 256;

    private final Records records;
    private final Batch[] batches = new Batch[BATCHES];
    private int next;

    /** Makes batches of {@code partitions} by turns, with keys drawn from {@code keyCount}. */
    Polls(int partitions, int keyCount) {
        records = new Records(keyCount, Records.Distribution.UNIFORM);
        for (int i = 0; i < BATCHES; i++) {
            batches[i] = new Batch(i % partitions, records, (long) i * Batch.RECORDS);
        }
    }

    /** One of the keys that may come. */
    String key(int number) {
        return Batch.text(records.rowKey(number));
    }

    Batch next() {
        Batch batch = batches[next];
        next = (next + 1) % BATCHES;
        return batch;
    }
}
