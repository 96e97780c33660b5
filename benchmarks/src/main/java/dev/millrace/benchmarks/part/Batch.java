package dev.millrace.benchmarks.part;

import dev.millrace.benchmarks.input.Records;
import dev.millrace.benchmarks.input.Topics;
import dev.millrace.engine.port.SourceBatch;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The records of one poll, as bytes and as the objects that they are decoded to, with a millisecond or so between two of
 * them.
 */
final class Batch implements SourceBatch {
    static final int RECORDS = 1_000;
    static final Headers NO_HEADERS = new RecordHeaders();
    private static final long START_MS = 1_700_000_000_000L;

    private final TopicPartition partition;
    private final byte[][] keyBytes = new byte[RECORDS][];
    private final byte[][] valueBytes = new byte[RECORDS][];
    private final String[] keys = new String[RECORDS];
    private final String[] values = new String[RECORDS];
    private final long[] timestamps = new long[RECORDS];

    /** Makes a batch with the records of the stream from number {@code first} on. */
    Batch(int partition, Records stream, long first) {
        this.partition = new TopicPartition(Topics.INPUT, partition);
        long timestamp = START_MS;
        for (int i = 0; i < RECORDS; i++) {
            long number = first + i;
            keyBytes[i] = stream.key(number).clone();
            valueBytes[i] = stream.value(number).clone();
            keys[i] = text(keyBytes[i]);
            values[i] = text(valueBytes[i]);
            timestamp += Math.floorMod(Records.mix(number), 3);
            timestamps[i] = timestamp;
        }
    }

    static String text(byte[] ascii) {
        return new String(ascii, StandardCharsets.US_ASCII);
    }

    /** A key as its deserializer made it. */
    String decodedKey(int index) {
        return keys[index];
    }

    /** A value as its deserializer made it. */
    String decodedValue(int index) {
        return values[index];
    }

    @Override
    public TopicPartition partition() {
        return partition;
    }

    @Override
    public int size() {
        return RECORDS;
    }

    @Override
    public long offset(int index) {
        return index;
    }

    @Override
    public long timestamp(int index) {
        return timestamps[index];
    }

    @Override
    public byte[] key(int index) {
        return keyBytes[index];
    }

    @Override
    public byte[] value(int index) {
        return valueBytes[index];
    }

    @Override
    public Headers headers(int index) {
        return NO_HEADERS;
    }

    @Override
    public long nextOffset() {
        return RECORDS;
    }
}
