package dev.millrace.state.overlay;

import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordOrigin;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The records that wrote what waits in a cache, each under a number: a record is noted once, however many entries it writes.
 *
 * <p>There may be as many as entries that wait, so they are columns of plain values.
 */
public final class Writers {
    private static final int FIRST_CAPACITY = 16;

    private @Nullable String[] topics = new String[FIRST_CAPACITY];
    private int[] partitions = new int[FIRST_CAPACITY];
    private long[] offsets = new long[FIRST_CAPACITY];
    private long[] timestamps = new long[FIRST_CAPACITY];
    private @Nullable Headers[] headers = new Headers[FIRST_CAPACITY];
    private int size;

    public int size() {
        return size;
    }

    /** The number of the current record. */
    public int current(RecordOrigin origin) {
        Headers ofRecord = origin.headers();
        if (!isLast(origin, ofRecord)) {
            add(origin.topic(), origin.partition(), origin.offset(), origin.timestamp(), ofRecord);
        }
        return size - 1;
    }

    @SuppressWarnings("ReferenceEquality") // headers of one record are one object
    private boolean isLast(RecordOrigin origin, Headers ofRecord) {
        int last = size - 1;
        return last >= 0
                && headers[last] == ofRecord
                && offsets[last] == origin.offset()
                && timestamps[last] == origin.timestamp()
                && partitions[last] == origin.partition()
                && Objects.equals(topics[last], origin.topic());
    }

    /** Takes over a record of others; returns its number here. */
    public int add(Writers others, int number) {
        add(
                others.topics[number],
                others.partitions[number],
                others.offsets[number],
                others.timestamps[number],
                others.headers[number]);
        return size - 1;
    }

    private void add(@Nullable String topic, int partition, long offset, long timestamp, @Nullable Headers ofRecord) {
        forgetEmptyHeaders();
        if (size == topics.length) {
            grow();
        }
        topics[size] = topic;
        partitions[size] = partition;
        offsets[size] = offset;
        timestamps[size] = timestamp;
        headers[size] = ofRecord;
        size++;
    }

    /** The last record is done and adds no headers any more. */
    private void forgetEmptyHeaders() {
        Headers last = size == 0 ? null : headers[size - 1];
        if (last != null && last.toArray().length == 0) {
            headers[size - 1] = null;
        }
    }

    private void grow() {
        int capacity = size * 2;
        topics = Arrays.copyOf(topics, capacity);
        partitions = Arrays.copyOf(partitions, capacity);
        offsets = Arrays.copyOf(offsets, capacity);
        timestamps = Arrays.copyOf(timestamps, capacity);
        headers = Arrays.copyOf(headers, capacity);
    }

    public OriginSnapshot at(int number) {
        Headers ofRecord = headers[number];
        return new OriginSnapshot(
                topics[number],
                partitions[number],
                offsets[number],
                timestamps[number],
                ofRecord == null ? new RecordHeaders() : ofRecord);
    }

    public void clear() {
        Arrays.fill(headers, 0, size, null);
        size = 0;
    }
}
