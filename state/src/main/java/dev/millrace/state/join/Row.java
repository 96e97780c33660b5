package dev.millrace.state.join;

import dev.millrace.state.window.WindowLayout;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** One value of a key in the window that starts at some time, beside others. Immutable but for its marks. */
final class Row {
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
    Row(long startMs, int number, long timestamp, @Nullable Object held, @Nullable Headers headers) {
        this.startMs = startMs;
        this.number = number;
        this.timestamp = timestamp;
        this.held = held;
        this.headers = headers;
    }

    long startMs() {
        return startMs;
    }

    int number() {
        return number;
    }

    /** Event time of the value. */
    long timestamp() {
        return timestamp;
    }

    @Nullable
    Object held() {
        return held;
    }

    @Nullable
    Headers headers() {
        return headers;
    }

    /** Where it lies in a database. */
    byte[] place(byte[] key, WindowLayout layout) {
        return layout.of(key, startMs, number);
    }

    /** Whether the next commit takes it. */
    boolean dirty() {
        return dirty;
    }

    /** Whether it waits for a match. */
    boolean waits() {
        return waits;
    }

    void waits(boolean now) {
        waits = now;
    }
}
