package dev.millrace.state.kind;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A value and the headers that belong to it, given or held. A value without headers goes about alone.
 *
 * @param headers not empty, and not changed any more
 */
public record Headed(Object value, Headers headers) {
    private static final int OBJECT_BYTES = 64;

    /** The value with those headers, the value alone if there are none. */
    public static Object of(Object value, Headers headers) {
        return none(headers) ? value : new Headed(value, headers);
    }

    /** Whether there are no headers; asked for every value, so it allocates nothing then. */
    public static boolean none(Headers headers) {
        return headers.toArray().length == 0;
    }

    /** How many bytes the headers take up, roughly. */
    int weight() {
        int weight = OBJECT_BYTES;
        for (Header header : headers) {
            weight += OBJECT_BYTES + header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return weight;
    }
}
