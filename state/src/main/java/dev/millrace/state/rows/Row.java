package dev.millrace.state.rows;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** One value of a key in the window that starts at some time, beside others. Immutable but for its marks. */
public final class Row {
    static final int OVERHEAD_BYTES = 64;

    final long startMs;
    final int number;
    final long timestamp;
    final @Nullable Object held;
    final @Nullable Headers headers;

    boolean dirty;

    private boolean waits;

    /**
     * @param number tells values of one key and window start apart
     * @param held the value in its held form; null if there is only a changelog record to write
     * @param headers those of the changelog record; null for none
     */
    public Row(long startMs, int number, long timestamp, @Nullable Object held, @Nullable Headers headers) {
        this.startMs = startMs;
        this.number = number;
        this.timestamp = timestamp;
        this.held = held;
        this.headers = headers;
    }

    public long startMs() {
        return startMs;
    }

    public int number() {
        return number;
    }

    /** Event time of the value. */
    public long timestamp() {
        return timestamp;
    }

    public @Nullable Object held() {
        return held;
    }

    public @Nullable Headers headers() {
        return headers;
    }

    /** Whether the next commit takes it. */
    public boolean dirty() {
        return dirty;
    }

    /** Whether it waits for a match. */
    public boolean waits() {
        return waits;
    }

    public void waits(boolean now) {
        waits = now;
    }
}
