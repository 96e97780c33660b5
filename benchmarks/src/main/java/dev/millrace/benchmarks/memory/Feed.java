package dev.millrace.benchmarks.memory;

import dev.millrace.benchmarks.input.Records;
import dev.millrace.benchmarks.input.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The input: a table with a row for every key, and an endless stream. The stream repeats its polls after a while; the record at
 * an offset is always the same. Used by the stream thread.
 */
public final class Feed {
    static final int BATCH_RECORDS = 1_000;
    private static final int POLLS = 300;
    private static final long START_MS = 1_700_000_000_000L;

    private final Records records;
    private final List<Poll> polls = new ArrayList<>();
    private final long endOffset;
    private final Meter meter;

    /** Makes the input up to an offset of the stream, which must be a multiple of the records in a poll. */
    public Feed(long endOffset, Records records, Meter meter) {
        this.records = records;
        this.endOffset = endOffset;
        this.meter = meter;
        for (int i = 0; i < POLLS; i++) {
            polls.add(poll((long) i * BATCH_RECORDS));
        }
    }

    private Poll poll(long offset) {
        Poll poll = new Poll();
        for (long i = offset; i < offset + BATCH_RECORDS; i++) {
            poll.add(Topics.INPUT, records.key(i), records.value(i));
        }
        return poll;
    }

    /** The next records of the stream; none at the end. */
    List<ConsumerRecord<byte[], byte[]>> stream(long offset) {
        meter.reached(offset);
        if (offset >= endOffset) {
            return List.of();
        }
        return polls.get((int) (offset / BATCH_RECORDS % POLLS)).at(offset, START_MS + offset / Records.PER_MS);
    }

    /** The next rows of the table, all older than the stream; none at the end. */
    List<ConsumerRecord<byte[], byte[]>> table(long offset) {
        Poll rows = new Poll();
        for (long i = offset; i < Math.min(records.keyCount(), offset + BATCH_RECORDS); i++) {
            rows.add(Topics.TABLE, records.rowKey((int) i), records.value(i));
        }
        return rows.at(offset, START_MS - records.keyCount() + offset);
    }

    Meter meter() {
        return meter;
    }
}
