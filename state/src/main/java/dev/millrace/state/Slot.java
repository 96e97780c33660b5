package dev.millrace.state;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The place of one key in a store's overlay: what an operator reads, computes on, and writes back with one look-up.
 *
 * <p>A slot is valid until the next call to the state that gave it.
 */
public interface Slot {

    /** The current value, or null if there is none. The caller must not change it. */
    @Nullable
    Object value();

    /** The current value's event time in milliseconds; -1 if there is no value. */
    long timestamp();

    /** The headers kept with the current value; none if there is no value, or the store keeps no headers. */
    default Headers headers() {
        return new RecordHeaders();
    }
}
