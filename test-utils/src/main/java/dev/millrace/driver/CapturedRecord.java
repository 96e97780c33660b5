package dev.millrace.driver;

import dev.millrace.engine.port.RecordSink;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record in a topic of the test: serialized, with its time. */
public final class CapturedRecord {
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final Headers headers;
    private final long timestampMs;

    CapturedRecord(byte @Nullable [] key, byte @Nullable [] value, Headers headers, long timestampMs) {
        this.key = key;
        this.value = value;
        this.headers = headers;
        this.timestampMs = timestampMs;
    }

    /** The serialized key, or null. */
    public byte @Nullable [] key() {
        return key;
    }

    /** The serialized value, or null. */
    public byte @Nullable [] value() {
        return value;
    }

    /** The headers, empty if there are none. */
    public Headers headers() {
        return headers;
    }

    /** When it happened, null if the record does not say. */
    public @Nullable Instant time() {
        return timestampMs == RecordSink.NO_TIMESTAMP ? null : Instant.ofEpochMilli(timestampMs);
    }

    long timestampMs() {
        return timestampMs;
    }
}
