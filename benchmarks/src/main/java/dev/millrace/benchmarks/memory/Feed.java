package dev.millrace.benchmarks.memory;

import dev.millrace.benchmarks.input.Records;
import dev.millrace.benchmarks.input.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The input: a table with a row for every key, and one endless stream or two. A stream repeats its polls after a while; the record
 * at an offset is always the same. Two streams have half of each poll, and no time in common, so that the order of their
 * records is not the engine's choice. Used by the stream thread.
 */
public final class Feed {
    private static final int BATCH_RECORDS = 1_000;
    private static final int POLLS = 300;
    private static final long START_MS = 1_700_000_000_000L;

    private final Records records;
    private final Map<String, List<Poll>> polls = new HashMap<>();
    private final int streams;
    private final long endOffset;
    private final Meter meter;

    /**
     * Makes the input up to a number of records of all streams, which must be a multiple of those in a poll.
     *
     * @param streams one or two
     */
    public Feed(long endOffset, Records records, int streams, Meter meter) {
        this.records = records;
        this.streams = streams;
        this.endOffset = endOffset / streams;
        this.meter = meter;
        polls.put(Topics.INPUT, polls(Topics.INPUT, 0));
        if (streams == 2) {
            polls.put(Topics.OTHER, polls(Topics.OTHER, (long) POLLS * BATCH_RECORDS));
        }
    }

    /** How many records of a stream one poll has. */
    int batchRecords() {
        return BATCH_RECORDS / streams;
    }

    private List<Poll> polls(String topic, long firstNumber) {
        List<Poll> made = new ArrayList<>();
        for (int i = 0; i < POLLS; i++) {
            Poll poll = new Poll(streams);
            for (int j = 0; j < batchRecords(); j++) {
                long number = firstNumber + (long) i * batchRecords() + j;
                poll.add(topic, records.key(number), records.value(number));
            }
            made.add(poll);
        }
        return made;
    }

    /** How many records of a stream are said to be there from an offset on: those of a poll, none at the end. */
    long lag(long offset) {
        return Math.min(batchRecords(), endOffset - offset);
    }

    /** The next records of a stream; none at the end. */
    List<ConsumerRecord<byte[], byte[]>> stream(String topic, long offset) {
        if (offset >= endOffset) {
            return List.of();
        }
        long number = offset / batchRecords();
        long timestampMs = START_MS + number * BATCH_RECORDS / Records.PER_MS + (topic.equals(Topics.OTHER) ? 1 : 0);
        return Objects.requireNonNull(polls.get(topic))
                .get((int) (number % POLLS))
                .at(offset, timestampMs);
    }

    /** The next rows of the table, all older than the stream; none at the end. */
    List<ConsumerRecord<byte[], byte[]>> table(long offset) {
        Poll rows = new Poll(1);
        for (long i = offset; i < Math.min(records.keyCount(), offset + BATCH_RECORDS); i++) {
            rows.add(Topics.TABLE, records.rowKey((int) i), records.value(i));
        }
        return rows.at(offset, START_MS - records.keyCount() + offset);
    }

    Meter meter() {
        return meter;
    }
}
