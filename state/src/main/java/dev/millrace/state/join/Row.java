package dev.millrace.state.join;

import dev.millrace.state.window.walk.WindowLayout;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One value of a key in the window that starts at some time, beside others, on its own: on the way to the changelog, or to one
 * who looks at the store from outside. Those that joins work with lie in a {@link RowLog}.
 */
final class Row {
    private final byte[] key;
    private final long startMs;
    private final int number;
    private final long timestamp;
    private final byte @Nullable [] value;
    private final @Nullable Headers headers;

    /**
     * @param number tells values of one key and window start apart
     * @param value as the owner keeps values; null if there is only a changelog record to write
     * @param headers those of the changelog record; null for none
     */
    Row(byte[] key, long startMs, int number, long timestamp, byte @Nullable [] value, @Nullable Headers headers) {
        this.key = key;
        this.startMs = startMs;
        this.number = number;
        this.timestamp = timestamp;
        this.value = value;
        this.headers = headers;
    }

    byte[] key() {
        return key;
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

    byte @Nullable [] value() {
        return value;
    }

    @Nullable
    Headers headers() {
        return headers;
    }

    /** Where it lies in a database. */
    byte[] place(WindowLayout layout) {
        return layout.of(key, startMs, number);
    }

    /** Its key in the changelog. */
    byte[] changelogKey() {
        return WindowLayout.changelogKey(key, startMs, number);
    }
}
