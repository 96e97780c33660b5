package dev.millrace.state.changelog;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** An update or a record that waits in a buffer: its values in bytes, and where it came from. See {@link BufferFormat}. */
public final class BufferedBytes {
    private final long timestamp;
    private final long offset;
    private final @Nullable String topic;
    private final int partition;
    private final Headers headers;
    private final byte @Nullable [] sent;
    private final byte @Nullable [] oldValue;
    private final byte @Nullable [] newValue;
    private final long timeMs;

    /**
     * An update; or a record, which has a new value alone.
     *
     * @param sent what downstream knows of the key
     * @param timeMs the place of an update in the order
     */
    public BufferedBytes(
            long timestamp,
            long offset,
            @Nullable String topic,
            int partition,
            Headers headers,
            byte @Nullable [] sent,
            byte @Nullable [] oldValue,
            byte @Nullable [] newValue,
            long timeMs) {
        this.timestamp = timestamp;
        this.offset = offset;
        this.topic = topic;
        this.partition = partition;
        this.headers = headers;
        this.sent = sent;
        this.oldValue = oldValue;
        this.newValue = newValue;
        this.timeMs = timeMs;
    }

    public long timestamp() {
        return timestamp;
    }

    public long offset() {
        return offset;
    }

    public @Nullable String topic() {
        return topic;
    }

    public int partition() {
        return partition;
    }

    public Headers headers() {
        return headers;
    }

    public byte @Nullable [] sent() {
        return sent;
    }

    public byte @Nullable [] oldValue() {
        return oldValue;
    }

    public byte @Nullable [] newValue() {
        return newValue;
    }

    public long timeMs() {
        return timeMs;
    }
}
