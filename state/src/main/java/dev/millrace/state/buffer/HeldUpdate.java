package dev.millrace.state.buffer;

import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.changelog.BufferedBytes;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.overlay.Entry;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One update that a {@link SuppressBuffer} holds back: values in their held form, and the record they came from.
 *
 * <p>There may be millions, so it has plain fields; what downstream gets is made when it is released.
 */
final class HeldUpdate implements Comparable<HeldUpdate> {
    /** About what its fields, and its place in the order, take of the heap. */
    static final int OVERHEAD_BYTES = 88;

    final Entry entry;
    final long timeMs;

    /** What downstream knows of the key. */
    final @Nullable Object sent;

    @Nullable
    Object oldValue;

    @Nullable
    Object newValue;

    /** What it counts for, where there is a limit of bytes. */
    long bytes;

    long timestamp;
    private long offset;
    private @Nullable String topic;
    private int partition;
    private Headers headers;

    HeldUpdate(Entry entry, long timeMs, @Nullable Object sent, Headers headers) {
        this.entry = entry;
        this.timeMs = timeMs;
        this.sent = sent;
        this.headers = headers;
    }

    void cameFrom(RecordOrigin origin, long updateTimestamp, Headers updateHeaders) {
        timestamp = updateTimestamp;
        topic = origin.topic();
        partition = origin.partition();
        offset = origin.offset();
        headers = updateHeaders;
    }

    void cameFrom(BufferedBytes restored) {
        timestamp = restored.timestamp();
        topic = restored.topic();
        partition = restored.partition();
        offset = restored.offset();
        headers = restored.headers();
    }

    OriginSnapshot origin() {
        return new OriginSnapshot(topic, partition, offset, timestamp, headers);
    }

    BufferedBytes inBytes(ValueCodec values) {
        return new BufferedBytes(
                timestamp,
                offset,
                topic,
                partition,
                headers,
                payload(values, sent),
                payload(values, oldValue),
                payload(values, newValue),
                timeMs);
    }

    static byte @Nullable [] payload(ValueCodec values, @Nullable Object held) {
        return held == null ? null : values.payload(held);
    }

    /** In the order of keys; among updates of one time. */
    @Override
    public int compareTo(HeldUpdate other) {
        return Arrays.compareUnsigned(entry.key(), other.entry.key());
    }
}
